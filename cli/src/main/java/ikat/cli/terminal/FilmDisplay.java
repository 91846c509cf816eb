package ikat.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far a film is: a changing line on a terminal, else a line every now and then. */
public final class FilmDisplay {

    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;

    private final LiveLine line;
    private final LongSupplier nanoTime;
    private final int frames;
    private final long every;
    private final long begun;
    private long next;

    /**
     * Shows on a line.
     *
     * @param nanoTime as {@link System#nanoTime()}
     * @param frames of the whole film
     */
    public FilmDisplay(LiveLine line, LongSupplier nanoTime, int frames) {
        this.line = line;
        this.nanoTime = nanoTime;
        this.frames = frames;
        every = line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS;
        begun = nanoTime.getAsLong();
        next = begun + every;
    }

    /** Tells how many frames are done, at least 1. */
    public void show(int done) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0 || (done == frames && line.terminal().live())) {
            line.draw(text(done, Math.max(1, now - begun) / 1e9));
            next = now + every;
        }
    }

    private String text(int done, double seconds) {
        double rate = done / seconds;
        Duration left = Duration.ofSeconds(Math.round((frames - done) / rate));
        String frame = "  frame " + done + "/" + frames;
        String speed = String.format(Locale.ROOT, "  %.1f frames/s", rate);
        String rest = "  " + TrainingLine.wholeSeconds(left) + " left";
        String bar = ProgressBar.of((double) done / frames, 20, line.terminal().blocks());
        String whole = bar + frame + speed + rest;
        return whole.length() < line.terminal().columns() ? whole : bar + rest;
    }
}
