package ikat.text;

import java.util.Locale;

/**
 * A labelled value of a description; the caller decides how to lay it out, such as in columns,
 * table cells or JSON.
 *
 * @param label one or two words; empty if the value continues the previous fact
 * @param value text to show, with its unit; control characters, which could steer a terminal,
 *     become blanks
 */
public record Fact(String label, String value) {

    public Fact {
        value = value.replaceAll("[\\p{Cc}&&[^\n]]", " ");
    }

    /** Creates a fact whose value is formatted by {@link String#format} in the root locale. */
    public static Fact of(String label, String format, Object... values) {
        return new Fact(label, String.format(Locale.ROOT, format, values));
    }
}
