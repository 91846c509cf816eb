package ikat.cli;

import ikat.service.Refusal;
import java.util.function.Supplier;

/** Says which option was wrong when its text turns out to be. */
public final class Told {

    private Told() {}

    /** What is read, or a {@link Refusal} that names the option. */
    public static <T> T by(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(option + ": " + e.getMessage());
        }
    }

    /** Runs a check whose failure becomes a {@link Refusal} that names the option. */
    public static void by(String option, Runnable check) {
        by(
                option,
                () -> {
                    check.run();
                    return option;
                });
    }
}
