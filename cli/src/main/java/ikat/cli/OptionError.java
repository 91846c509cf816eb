package ikat.cli;

import ikat.service.Refusal;
import ikat.text.Checks;
import java.util.function.Supplier;

/** Errors that name the option whose value is found to be invalid only later. */
public final class OptionError {

    private OptionError() {}

    /** Returns the value read, or throws a {@link Refusal} that names the option. */
    public static <T> T naming(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("%s: %s", option, e.getMessage());
        }
    }

    /** Throws a {@link Refusal} if a number is not in a closed range. */
    public static void range(String option, long value, long least, long most) {
        try {
            Checks.range(option, value, least, most);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("%s", e.getMessage());
        }
    }

    /** Runs a check and rethrows its failure as a {@link Refusal} that names the option. */
    public static void naming(String option, Runnable check) {
        naming(
                option,
                () -> {
                    check.run();
                    return option;
                });
    }
}
