package ikat.torch.train;

import java.time.Duration;

/** Says when a span of time has passed again. */
final class Ticker {

    private final long every;
    private long last = System.nanoTime();

    Ticker(Duration every) {
        this.every = every.toNanos();
    }

    /** Whether the span has passed since this was last true. */
    boolean due() {
        long now = System.nanoTime();
        if (now - last < every) {
            return false;
        }
        last = now;
        return true;
    }
}
