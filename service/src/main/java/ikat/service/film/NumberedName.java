package ikat.service.film;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names of numbered pictures in a folder.
 *
 * @param folder of the pictures
 * @param before text before the number
 * @param digits of the zero-padded number, 1 to 9
 * @param after text after the number, including the extension
 */
record NumberedName(Path folder, String before, int digits, String after) {

    private static final Pattern PLACE = Pattern.compile("([^%]*)%(?:0?([1-9]))?d([^%]*)");

    /** The names in a folder given without a pattern. */
    static NumberedName in(Path folder) {
        return new NumberedName(folder, "frame-", 5, ".png");
    }

    /** Reads a pattern such as {@code frames-%05d.png}, if it is one. */
    static Optional<NumberedName> parse(Path pattern) {
        Path last = pattern.getFileName();
        Matcher parts = PLACE.matcher(last == null ? "" : last.toString());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Path parent = pattern.getParent();
        return Optional.of(
                new NumberedName(
                        parent == null ? Path.of("") : parent,
                        parts.group(1),
                        parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2)),
                        parts.group(3)));
    }

    String of(int index) {
        return before + String.format(Locale.ROOT, "%0" + digits + "d", index) + after;
    }
}
