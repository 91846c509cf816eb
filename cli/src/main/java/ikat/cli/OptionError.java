package ikat.cli;

import ikat.service.Refusal;
import java.util.function.Supplier;

/** Errors that name the option whose value is found to be invalid only later. */
public final class OptionError {

    private OptionError() {}

    /** Returns the value read, or throws a {@link Refusal} that names the option. */
    public static <T> T naming(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(option + ": " + e.getMessage());
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
