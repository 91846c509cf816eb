package ikat.cli;

import ikat.text.TimeText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a span of time. */
public final class TimeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return TimeText.parse("--for", text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(text, TimeText.ALLOWED);
        }
    }
}
