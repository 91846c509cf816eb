package ikat.analysis;

/** How much of a picture is fine detail. */
final class Grain {

    /** Periods below so many pixels are fine: a generator's last two stages draw them. */
    private static final double PERIOD_PIXELS = 6;

    private Grain() {}

    /** The share of the spectrum's power at periods below six pixels, 0 to 1. */
    static double of(Spectrum spectrum) {
        double fine = 0;
        double total = 0;
        for (int u = 0; u <= spectrum.columns() / 2; u++) {
            for (int v = -spectrum.rows() / 2; v < spectrum.rows() / 2; v++) {
                boolean both = u == 0 || u == spectrum.columns() / 2; // v and -v are among them
                double power = both ? spectrum.power(u, v) : 2 * spectrum.power(u, v);
                total += power;
                if (Math.hypot(spectrum.fx(u), spectrum.fy(v)) * PERIOD_PIXELS > 1) {
                    fine += power;
                }
            }
        }
        return total > 0 ? fine / total : 0;
    }
}
