package ikat.analysis;

/** How evenly a spectrum's power is spread over the directions. */
final class Isotropy {

    private static final int SECTORS = 18;

    private Isotropy() {}

    /**
     * 1 where no direction is preferred, 0 where all power lies in one direction: the number of
     * directions that are in use (the exponential of the entropy over sectors of 10 degrees),
     * scaled.
     */
    static double of(Spectrum spectrum) {
        double[] sectors = new double[SECTORS];
        double total = 0;
        for (int u = 0; u <= spectrum.columns() / 2; u++) {
            for (int v = -spectrum.rows() / 2; v < spectrum.rows() / 2; v++) {
                double fx = spectrum.fx(u);
                double fy = spectrum.fy(v);
                double radius = Math.hypot(fx, fy);
                if (radius > 1.5 * spectrum.lobe() && radius < 0.5 && (u > 0 || v > 0)) {
                    double power = radius * spectrum.power(u, v);
                    // the first sector is centred on the x axis, so that straight rows fall into
                    // one
                    double turn = Math.atan2(fy, fx) / Math.PI + 1 + 0.5 / SECTORS;
                    sectors[(int) (turn * SECTORS) % SECTORS] += power;
                    total += power;
                }
            }
        }
        return total > 0 ? (Math.exp(entropy(sectors, total)) - 1) / (SECTORS - 1) : 1;
    }

    private static double entropy(double[] parts, double total) {
        double entropy = 0;
        for (double part : parts) {
            if (part > 0) {
                entropy -= part / total * Math.log(part / total);
            }
        }
        return entropy;
    }
}
