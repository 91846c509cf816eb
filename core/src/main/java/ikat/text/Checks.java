package ikat.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Argument checks whose messages name the argument, its value and the allowed values.
 *
 * <p>All methods throw {@link IllegalArgumentException} with a message of one sentence, such as
 * {@code batch is 0, but must be from 1 to 256}.
 */
public final class Checks {

    private Checks() {}

    /**
     * Checks that a whole number lies in a closed range.
     *
     * @param name name of the argument, the subject of the message
     * @return the value
     */
    public static int range(String name, int value, int min, int max) {
        range(name, (long) value, min, max);
        return value;
    }

    /**
     * Checks that a whole number lies in a closed range.
     *
     * @param name name of the argument, the subject of the message
     * @return the value
     */
    public static long range(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be from " + min + " to " + max);
        }
        return value;
    }

    /**
     * Checks that a number lies in a closed range; NaN is always rejected.
     *
     * @param name name of the argument, the subject of the message
     * @return the value
     */
    public static double range(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "%s is %s, but must be from %s to %s"
                            .formatted(name, text(value), text(min), text(max)));
        }
        return value;
    }

    /**
     * Checks that a whole number is not below a bound.
     *
     * @param name name of the argument, the subject of the message
     * @return the value
     */
    public static int atLeast(String name, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be at least " + min);
        }
        return value;
    }

    /** Checks that a value is not null, such as one missing from a file. */
    public static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /**
     * Returns an immutable copy of a list; neither the list, such as one missing from a file, nor
     * an entry may be null.
     */
    public static <T> List<T> copy(String name, @Nullable List<T> values) {
        List<T> present = present(name, values);
        if (present.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " has an entry that is missing");
        }
        return List.copyOf(present);
    }

    /** Formats whole numbers without a fraction. */
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : "" + value;
    }
}
