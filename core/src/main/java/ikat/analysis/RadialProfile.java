package ikat.analysis;

import java.util.Arrays;

/**
 * The median power at each distance from the centre of a spectrum: what a texture of the same grain
 * without any order would have there.
 */
final class RadialProfile {

    private final double step;
    private final double[] logMedian;

    private RadialProfile(double step, double[] logMedian) {
        this.step = step;
        this.logMedian = logMedian;
    }

    static RadialProfile of(Spectrum spectrum) {
        double step = spectrum.lobe();
        int rings = (int) (0.5 / step) + 2;
        int[] counts = new int[rings];
        forEachBin(spectrum, step, (ring, power) -> counts[ring]++);
        double[][] samples = new double[rings][];
        Arrays.setAll(samples, ring -> new double[counts[ring]]);
        forEachBin(spectrum, step, (ring, power) -> samples[ring][--counts[ring]] = power);
        double[] logs = new double[rings];
        for (int ring = 0; ring < rings; ring++) {
            Arrays.sort(samples[ring]);
            double median = samples[ring].length == 0 ? 0 : samples[ring][samples[ring].length / 2];
            logs[ring] = Math.log(median + 1e-12);
        }
        return new RadialProfile(step, logs);
    }

    private interface RingVisitor {
        void visit(int ring, double power);
    }

    private static void forEachBin(Spectrum spectrum, double step, RingVisitor visitor) {
        for (int u = 0; u <= spectrum.columns() / 2; u++) {
            for (int v = -spectrum.rows() / 2; v < spectrum.rows() / 2; v++) {
                double radius = Math.hypot(spectrum.fx(u), spectrum.fy(v));
                if (radius <= 0.5) {
                    visitor.visit((int) Math.round(radius / step), spectrum.power(u, v));
                }
            }
        }
    }

    /** Median power at a distance of {@code radius} cycles per pixel from the centre. */
    double at(double radius) {
        double position = Math.min(radius / step, logMedian.length - 1.001);
        int ring = (int) position;
        double part = position - ring;
        return Math.exp((1 - part) * logMedian[ring] + part * logMedian[ring + 1]);
    }
}
