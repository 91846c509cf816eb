package ikat.app;

import ikat.app.failure.Refusal;
import ikat.app.plan.TimeText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a span of time. */
final class TimeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return TimeText.parse("--for", text);
        } catch (Refusal e) {
            throw new BadValue(text, TimeText.ALLOWED);
        }
    }
}
