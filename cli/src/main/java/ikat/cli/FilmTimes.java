package ikat.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads how long a film is. */
final class FilmTimes implements ITypeConverter<Duration> {

    private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|)");
    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofHours(1);

    @Override
    public Duration convert(String text) {
        Matcher parts = TIME.matcher(text.trim());
        Duration time = parts.matches() ? time(parts) : Duration.ZERO;
        if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
            throw new BadValue(text, "a time from 0.01s to 60m, such as 6s");
        }
        return time;
    }

    private static Duration time(Matcher parts) {
        double factor =
                switch (parts.group(2)) {
                    case "ms" -> 1;
                    case "m" -> 60_000;
                    default -> 1000;
                };
        return Duration.ofMillis(Math.round(Double.parseDouble(parts.group(1)) * factor));
    }
}
