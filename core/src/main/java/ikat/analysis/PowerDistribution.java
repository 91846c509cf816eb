package ikat.analysis;

/** How a spectrum's power is distributed over scales and directions. */
final class PowerDistribution {

    /** Longer periods are not fine: a generator's last two stages draw shorter ones. */
    private static final double FINE_PIXELS = 6;

    private static final int SECTORS = 18;

    private PowerDistribution() {}

    /** The share of the power at periods below six pixels, 0 to 1. */
    static double grain(Spectrum spectrum) {
        double[] sums = new double[2]; // fine, all
        spectrum.forEachBin(
                (u, v, times) -> {
                    double power = times * spectrum.power(u, v);
                    sums[1] += power;
                    if (Math.hypot(spectrum.fx(u), spectrum.fy(v)) * FINE_PIXELS > 1) {
                        sums[0] += power;
                    }
                });
        return sums[1] > 0 ? sums[0] / sums[1] : 0;
    }

    /**
     * 1 if no direction is preferred, 0 if all power lies in one direction: the number of
     * directions in use (the exponential of the entropy over sectors of 10 degrees), scaled.
     */
    static double isotropy(Spectrum spectrum) {
        double[] sectors = new double[SECTORS];
        double[] total = new double[1];
        spectrum.forEachBin(
                (u, v, times) -> {
                    double fx = spectrum.fx(u);
                    double fy = spectrum.fy(v);
                    double radius = Math.hypot(fx, fy);
                    if (radius > 1.5 * spectrum.lobe() && radius < 0.5 && (u > 0 || v > 0)) {
                        double power = radius * spectrum.power(u, v);
                        // centres the first sector on the x axis, for straight rows
                        double turn = Math.atan2(fy, fx) / Math.PI + 1 + 0.5 / SECTORS;
                        sectors[(int) (turn * SECTORS) % SECTORS] += power;
                        total[0] += power;
                    }
                });
        return total[0] > 0 ? (Math.exp(entropy(sectors, total[0])) - 1) / (SECTORS - 1) : 1;
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
