package ikat.app.progress;

import java.util.function.LongSupplier;

/** Shows how many of many pictures have been read. */
public final class ReadingDisplay {

    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;

    private final LiveLine line;
    private final int all;
    private final LongSupplier nanoTime;
    private final long every;
    private long next;

    /**
     * Shows on a line, for the first time after a moment.
     *
     * @param all pictures there are
     * @param nanoTime as {@link System#nanoTime()}
     */
    public ReadingDisplay(LiveLine line, int all, LongSupplier nanoTime) {
        this.line = line;
        this.all = all;
        this.nanoTime = nanoTime;
        every = line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS;
        next = nanoTime.getAsLong() + Math.max(every, 3 * LIVE_NANOS);
    }

    /** Tells how many have been read. */
    public void show(int read) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            String bar = ProgressBar.of((double) read / all, 20, line.terminal().blocks());
            line.draw(bar + "  reading " + read + " of " + all + " pictures");
            next = now + every;
        }
    }
}
