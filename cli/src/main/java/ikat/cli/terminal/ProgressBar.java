package ikat.cli.terminal;

import ikat.text.TimeText;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * A bar with the share that is done: a changing line on a terminal, else a line every now and then.
 */
public final class ProgressBar {
    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;
    private static final int[] CELLS = {20, 10};

    private final LiveLine line;
    private final LongSupplier nanoTime;
    private final long every;
    private long next;

    private ProgressBar(LiveLine line, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        every = line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS;
        next = nanoTime.getAsLong();
    }

    /**
     * A bar that may be drawn at once.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    static ProgressBar atOnce(LiveLine line, LongSupplier nanoTime) {
        return new ProgressBar(line, nanoTime);
    }

    /**
     * A bar for work that may be over in a moment, and needs none then.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    static ProgressBar afterAMoment(LiveLine line, LongSupplier nanoTime) {
        ProgressBar bar = new ProgressBar(line, nanoTime);
        bar.next += Math.max(bar.every, 3 * LIVE_NANOS);
        return bar;
    }

    /** Shows what share of a picture is rendered, 0 to 1, unless it is small. */
    public static DoubleConsumer rendering(LiveLine line) {
        ProgressBar bar = afterAMoment(line, System::nanoTime);
        return fraction -> {
            if (bar.isDue()) {
                bar.draw(fraction, "  rendering");
            }
        };
    }

    /** Whether it is time to draw again. */
    boolean isDue() {
        return nanoTime.getAsLong() - next >= 0;
    }

    /**
     * Draws, whether it is time or not.
     *
     * @param fraction done, 0 to 1; anything outside is taken as the nearest
     * @param layouts what may stand behind the bar, the fullest first
     */
    void draw(double fraction, String... layouts) {
        line.draw(fitted(fraction, line.terminal(), layouts));
        next = nanoTime.getAsLong() + every;
    }

    /** The first layout that fits behind a long or a short bar, else the last one alone. */
    static String fitted(double fraction, Terminal terminal, String... layouts) {
        for (String layout : layouts) {
            for (int cells : CELLS) {
                String text = bar(fraction, cells, terminal.blocks()) + layout;
                if (text.length() < terminal.columns()) {
                    return text;
                }
            }
        }
        return layouts[layouts.length - 1];
    }

    private static String bar(double fraction, int cells, boolean blocks) {
        double share = Double.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
        int full = (int) Math.floor(share * cells);
        String bar =
                blocks
                        ? "\u2588".repeat(full) + "\u2591".repeat(cells - full)
                        : "[" + "#".repeat(full) + "-".repeat(cells - full) + "]";
        return " " + bar + String.format(Locale.ROOT, "%4d%%", (int) Math.floor(share * 100));
    }

    /** A time for a line that changes: without parts of a second. */
    static String seconds(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 10 ? seconds + "s" : TimeText.format(Duration.ofSeconds(seconds));
    }
}
