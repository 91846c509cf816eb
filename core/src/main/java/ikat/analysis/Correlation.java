package ikat.analysis;

/**
 * How alike pixels are at each distance along one axis, after slow changes are taken off: the
 * Fourier transform of the power spectrum (Wiener and Khinchin).
 */
final class Correlation {

    private final double[] values; // [lag], 1 at lag 0

    private Correlation(double[] values) {
        this.values = values;
    }

    /** Along the x axis. */
    static Correlation along(Spectrum spectrum) {
        double[] projected = new double[spectrum.columns() / 2 + 1];
        forEachBin(spectrum, (u, v, power) -> projected[u] += power);
        return new Correlation(cosines(projected, spectrum.columns()));
    }

    /** Along the y axis. */
    static Correlation down(Spectrum spectrum) {
        double[] projected = new double[spectrum.rows() / 2 + 1];
        forEachBin(spectrum, (u, v, power) -> projected[Math.abs(v)] += power);
        return new Correlation(cosines(projected, spectrum.rows()));
    }

    private interface BinVisitor {
        void visit(int u, int v, double power);
    }

    private static void forEachBin(Spectrum spectrum, BinVisitor visitor) {
        double slow = spectrum.lobe() / 2;
        for (int u = 0; u <= spectrum.columns() / 2; u++) {
            double twice = u == 0 || u == spectrum.columns() / 2 ? 1 : 2;
            for (int v = -spectrum.rows() / 2; v < spectrum.rows() / 2; v++) {
                double squared = square(spectrum.fx(u)) + square(spectrum.fy(v));
                double pass = squared / (squared + slow * slow);
                visitor.visit(u, v, twice * pass * pass * spectrum.power(u, v));
            }
        }
    }

    private static double[] cosines(double[] projected, int length) {
        double[] table = new double[length];
        for (int i = 0; i < length; i++) {
            table[i] = Math.cos(2 * Math.PI * i / length);
        }
        double[] sums = new double[length / 4];
        for (int lag = 0; lag < sums.length; lag++) {
            for (int k = 0; k < projected.length; k++) {
                sums[lag] += projected[k] * table[(int) ((long) k * lag % length)];
            }
        }
        double whole = Math.max(sums[0], Double.MIN_NORMAL);
        for (int lag = 0; lag < sums.length; lag++) {
            sums[lag] /= whole;
        }
        return sums;
    }

    /**
     * The first distance in pixels at which the correlation falls to {@code level}, or the greatest
     * one known.
     */
    double lagOf(double level) {
        for (int lag = 1; lag < values.length; lag++) {
            if (values[lag] < level) {
                double before = values[lag - 1];
                return lag - 1 + (before - level) / (before - values[lag]);
            }
        }
        return values.length;
    }

    private static double square(double value) {
        return value * value;
    }
}
