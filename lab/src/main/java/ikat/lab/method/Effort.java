package ikat.lab.method;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What a method may spend.
 *
 * @param time for preparing, kept by methods that learn until told to stop; others take what they
 *     need
 * @param threads to compute with, at least 1
 * @param stop asked often; once true, the method throws {@link StoppedException}
 */
public record Effort(Duration time, int threads, BooleanSupplier stop) {

    public Effort {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time is " + time + ", but must be above 0");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads is " + threads + ", but must be at least 1");
        }
    }

    /** Goes on unless the stop is asked for. */
    public void check() {
        if (stop.getAsBoolean()) {
            throw new StoppedException();
        }
    }
}
