package ikat.cli.terminal;

import ikat.text.TimeText;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Progress bar: a changing line on a terminal, otherwise a line from time to time. */
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
     * Creates a bar that is drawn immediately.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    static ProgressBar atOnce(LiveLine line, LongSupplier nanoTime) {
        return new ProgressBar(line, nanoTime);
    }

    /**
     * Creates a bar that is drawn only after a moment, as short work needs none.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    static ProgressBar afterAMoment(LiveLine line, LongSupplier nanoTime) {
        ProgressBar bar = new ProgressBar(line, nanoTime);
        bar.next += Math.max(bar.every, 3 * LIVE_NANOS);
        return bar;
    }

    /**
     * Creates a display of the rendered share of a picture, 0 to 1, unless it is done in a moment.
     */
    public static DoubleConsumer rendering(LiveLine line) {
        ProgressBar bar = afterAMoment(line, System::nanoTime);
        return fraction -> {
            if (bar.isDue()) {
                bar.draw(fraction, "  rendering");
            }
        };
    }

    /** Whether it is time to redraw. */
    boolean isDue() {
        return nanoTime.getAsLong() - next >= 0;
    }

    /**
     * Draws the bar, whether due or not.
     *
     * @param fraction done, clamped to 0 to 1
     * @param layouts alternative texts after the bar, the fullest first
     */
    void draw(double fraction, String... layouts) {
        line.draw(fitted(fraction, line.terminal(), layouts));
        next = nanoTime.getAsLong() + every;
    }

    /**
     * The first layout that fits after a long or short bar, otherwise the last one without a bar.
     */
    public static String fitted(double fraction, Terminal terminal, String... layouts) {
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

    /** A duration in whole seconds, for a changing line. */
    public static String seconds(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 10 ? seconds + "s" : TimeText.format(Duration.ofSeconds(seconds));
    }
}
