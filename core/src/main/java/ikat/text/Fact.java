package ikat.text;

import java.util.Locale;

/**
 * A labelled value of a description; the reader decides on columns, cells or JSON.
 *
 * @param label one or two words; empty if the value continues the fact before it
 * @param value with its unit, to be shown as it is
 */
public record Fact(String label, String value) {

    /** A fact whose value is formatted as by {@link String#format}, in no language. */
    public static Fact of(String label, String format, Object... values) {
        return new Fact(label, String.format(Locale.ROOT, format, values));
    }
}
