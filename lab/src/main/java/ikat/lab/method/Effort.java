package ikat.lab.method;

import ikat.text.Checks;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What a method may spend.
 *
 * @param time for preparing, kept by methods that train; others take what they need
 * @param threads to compute with, at least 1
 * @param stop polled often; once it is true, the method throws {@link StoppedException}
 */
public record Effort(Duration time, int threads, BooleanSupplier stop) {

    public Effort {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time is " + time + ", but must be above 0");
        }
        Checks.atLeast("threads", threads, 1);
    }

    /**
     * Returns unless a stop was requested.
     *
     * @throws StoppedException if {@link #stop} is true
     */
    public void check() {
        if (stop.getAsBoolean()) {
            throw new StoppedException();
        }
    }
}
