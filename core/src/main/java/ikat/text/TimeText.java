package ikat.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in short notation: {@code 90s}, {@code 5m}, {@code 1h30m}. */
public final class TimeText {

    /** Description of the allowed times, for messages. */
    public static final String ALLOWED = "a time from 1s to 2400h, such as 90s, 5m or 1h30m";

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,3})?)";
    private static final Pattern SHORT =
            Pattern.compile("(?:%1$sh)?(?:%1$sm)?(?:%1$ss)?(?:%1$sms)?".formatted(NUMBER));
    private static final Duration LONGEST = Duration.ofDays(100);

    private TimeText() {}

    /**
     * Parses a time of 1 s to 100 days, in the short form or as ISO 8601 ({@code PT5M}).
     *
     * @param name name of the setting, for the message
     * @throws IllegalArgumentException if the text is not a time or is out of range
     */
    public static Duration parse(String name, String text) {
        Duration time = read(text);
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is " + text + ", but must be " + ALLOWED);
        }
        return time;
    }

    /**
     * Parses a time of any length, in the short form or as ISO 8601; returns zero if it is invalid.
     */
    public static Duration read(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        return trimmed.startsWith("p") ? iso(trimmed) : brief(trimmed);
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }

    private static Duration brief(String text) {
        Matcher parts = SHORT.matcher(text);
        if (!parts.matches()) {
            return Duration.ZERO;
        }
        double seconds = part(parts, 1) * 3600 + part(parts, 2) * 60 + part(parts, 3);
        return Duration.ofMillis(Math.round(seconds * 1000 + part(parts, 4)));
    }

    private static double part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    /**
     * Formats a time with its two largest units, such as {@code 1h30m}, {@code 4m21s}, {@code
     * 9.4s}.
     */
    public static String format(Duration time) {
        if (time.toMillis() < 9_950) {
            return String.format(Locale.ROOT, "%.1fs", time.toMillis() / 1000.0);
        }
        long seconds = Math.round(time.toMillis() / 1000.0);
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes / 60 + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "m");
    }
}
