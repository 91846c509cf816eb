package ikat.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Range checks whose message names the setting, its value and what is allowed. */
final class Limits {

    private Limits() {}

    static void check(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be from " + min + " to " + max);
        }
    }

    /** The value itself, which a file may have left out. */
    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** An immutable copy of a list that a file may have left out or filled with nulls. */
    static <T> List<T> copy(String name, @Nullable List<T> values) {
        List<T> present = present(name, values);
        if (present.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " has an entry that is missing");
        }
        return List.copyOf(present);
    }
}
