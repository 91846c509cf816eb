package ikat.cli.terminal;

import ikat.export.ExportListener;
import ikat.text.TimeText;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far a picture is, how fast it comes and how long it still takes. */
final class ExportDisplay implements ExportListener {

    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;

    private final LiveLine line;
    private final long all;
    private final LongSupplier nanoTime;
    private final long start;
    private long next;
    private long before;
    private volatile long done;

    /**
     * @param all pixels of the picture
     * @param nanoTime as {@link System#nanoTime()}
     */
    ExportDisplay(LiveLine line, long all, LongSupplier nanoTime) {
        this.line = line;
        this.all = all;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = start + 3 * LIVE_NANOS; // a small picture needs no bar
    }

    @Override
    public void resumed(long pixels) {
        before = pixels;
        done = pixels;
        line.line("going on at " + percent() + ", where an earlier start of this was stopped");
    }

    @Override
    public void written(long pixels) {
        done = pixels;
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            line.draw(ProgressBar.of((double) pixels / all, 20, line.terminal().blocks()) + rate());
            next = now + (line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS);
        }
    }

    /** How much is done, such as 37%. */
    String percent() {
        return done * 100 / all + "%";
    }

    private String rate() {
        double seconds = Math.max(1e-3, (nanoTime.getAsLong() - start) / 1e9);
        double perSecond = (done - before) / seconds;
        Duration left = Duration.ofSeconds(Math.round((all - done) / Math.max(1, perSecond)));
        return String.format(
                Locale.ROOT, "  %.1f MP/s  %s left", perSecond / 1e6, TimeText.format(left));
    }
}
