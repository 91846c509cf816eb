package ikat.train;

import ikat.text.Checks;

/**
 * The length of a training, in steps or in time.
 *
 * @param steps generator steps, at most 100 million; 0 where the time counts
 * @param seconds time to train, at most 1e7; 0 where the steps count
 */
public record Budget(long steps, double seconds) {

    public Budget {
        Checks.range("steps", steps, 0, 100_000_000);
        Checks.range("seconds", seconds, 0, 1e7);
        if (steps > 0 == seconds > 0) {
            throw new IllegalArgumentException(
                    "steps are "
                            + steps
                            + " and seconds "
                            + seconds
                            + ", but exactly one must be above 0");
        }
    }
}
