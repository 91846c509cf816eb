package ikat.cli.terminal;

import java.util.Locale;

/** A bar of characters. */
public final class ProgressBar {

    private ProgressBar() {}

    /**
     * Draws a bar with the percentage behind it.
     *
     * @param fraction done, 0 to 1; anything outside is taken as the nearest
     * @param cells characters of the bar, at least 1
     */
    public static String of(double fraction, int cells, boolean blocks) {
        double share = Double.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
        int full = (int) Math.floor(share * cells);
        String bar =
                blocks
                        ? "\u2588".repeat(full) + "\u2591".repeat(cells - full)
                        : "[" + "#".repeat(full) + "-".repeat(cells - full) + "]";
        return " " + bar + String.format(Locale.ROOT, "%4d%%", (int) Math.floor(share * 100));
    }
}
