package ikat.analysis;

import ikat.signal.Plane;

/**
 * The size of a picture's typical element, such as a stone or a brick: a cell of its lattice if it
 * has one, else twice the distance over which pixels correlate.
 *
 * @param width pixels
 * @param height pixels
 */
public record ElementSize(double width, double height) {

    /** Pixels less correlated than this belong to different elements. */
    private static final double ALIKE = 0.1;

    /**
     * Diameter of a disc over the distance at which a field of discs correlates by {@link #ALIKE}.
     */
    private static final double DIAMETER = 2.1;

    private static final double LINE_RATIO = 6;

    /** The side that a network must see at once: the longer one, but the shorter one of lines. */
    public double decisive() {
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        return longer > LINE_RATIO * shorter ? shorter : longer;
    }

    /** The size of the typical element of a plane, from its spectrum and the waves found there. */
    static ElementSize of(Plane plane, Spectrum spectrum, WaveOrder waves) {
        ElementSize alike = byCorrelation(plane, spectrum);
        if (waves.oneDirection()) {
            Peak wave = waves.fundamentals().get(0);
            return wave.fx() >= Math.abs(wave.fy())
                    ? new ElementSize(1 / wave.fx(), alike.height())
                    : new ElementSize(alike.width(), 1 / Math.abs(wave.fy()));
        }
        return waves.lattice().map(lattice -> ofCell(lattice.reciprocal(), alike)).orElse(alike);
    }

    /** A cell as a box of its area; of the two boxes of a staggered lattice the likelier one. */
    private static ElementSize ofCell(Lattice cell, ElementSize alike) {
        double across = Math.max(Math.abs(cell.ax()), Math.abs(cell.bx()));
        double down = Math.max(Math.abs(cell.ay()), Math.abs(cell.by()));
        ElementSize byWidth = new ElementSize(across, cell.area() / across);
        ElementSize byHeight = new ElementSize(cell.area() / down, down);
        return strangeness(byWidth, alike) <= strangeness(byHeight, alike) ? byWidth : byHeight;
    }

    private static double strangeness(ElementSize size, ElementSize alike) {
        return Math.abs(Math.log(size.width() * alike.height() / (size.height() * alike.width())));
    }

    /** Measures by correlation, at half the size if elements are too large for a window. */
    private static ElementSize byCorrelation(Plane plane, Spectrum spectrum) {
        double width = DIAMETER * Correlation.along(spectrum).lagOf(ALIKE);
        double height = DIAMETER * Correlation.down(spectrum).lagOf(ALIKE);
        double most = Spectrum.WINDOW / 8.0;
        if (Math.min(width, height) > most
                && Math.min(plane.width(), plane.height()) > Spectrum.WINDOW) {
            Plane half = plane.halved();
            ElementSize coarse = byCorrelation(half, Spectrum.of(half));
            return new ElementSize(2 * coarse.width(), 2 * coarse.height());
        }
        return new ElementSize(Math.min(width, plane.width()), Math.min(height, plane.height()));
    }

    /**
     * The autocorrelation of pixels along one axis without slow changes: the Fourier transform of
     * the power spectrum (Wiener and Khinchin).
     */
    private static final class Correlation {

        private final double[] values; // [lag], 1 at lag 0

        private Correlation(double[] values) {
            this.values = values;
        }

        /** Along the x axis. */
        static Correlation along(Spectrum spectrum) {
            double[] projected = new double[spectrum.columns() / 2 + 1];
            spectrum.forEachBin((u, v, times) -> projected[u] += times * weight(spectrum, u, v));
            return new Correlation(cosines(projected, spectrum.columns()));
        }

        /** Along the y axis. */
        static Correlation down(Spectrum spectrum) {
            double[] projected = new double[spectrum.rows() / 2 + 1];
            spectrum.forEachBin(
                    (u, v, times) -> projected[Math.abs(v)] += times * weight(spectrum, u, v));
            return new Correlation(cosines(projected, spectrum.rows()));
        }

        private static double weight(Spectrum spectrum, int u, int v) {
            double slow = spectrum.lobe() / 2;
            double squared = square(spectrum.fx(u)) + square(spectrum.fy(v));
            double pass = squared / (squared + slow * slow);
            return pass * pass * spectrum.power(u, v);
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
         * The first distance in pixels at which the correlation falls to {@code level}, or the
         * greatest one known.
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
}
