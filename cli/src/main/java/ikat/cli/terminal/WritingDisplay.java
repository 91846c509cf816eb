package ikat.cli.terminal;

import java.util.function.LongSupplier;

/** Shows how far a picture is written. */
public final class WritingDisplay {

    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;

    private final LiveLine line;
    private final LongSupplier nanoTime;
    private final long every;
    private long next;

    /**
     * Shows on a line, for the first time after a moment: a small picture needs no bar.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public WritingDisplay(LiveLine line, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        every = line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS;
        next = nanoTime.getAsLong() + Math.max(every, 3 * LIVE_NANOS);
    }

    /** Tells what share is done, 0 to 1. */
    public void show(double fraction) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            line.draw(ProgressBar.of(fraction, 20, line.terminal().blocks()) + "  rendering");
            next = now + every;
        }
    }
}
