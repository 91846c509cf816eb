package ikat.analysis;

import ikat.signal.Plane;
import java.util.Arrays;

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
        double width = DIAMETER * across(spectrum);
        double height = DIAMETER * down(spectrum);
        double most = Spectrum.WINDOW / 8.0;
        if (Math.min(width, height) > most
                && Math.min(plane.width(), plane.height()) > Spectrum.WINDOW) {
            Plane half = plane.halved();
            ElementSize coarse = byCorrelation(half, Spectrum.of(half, Spectrum.WINDOW));
            return new ElementSize(2 * coarse.width(), 2 * coarse.height());
        }
        return new ElementSize(Math.min(width, plane.width()), Math.min(height, plane.height()));
    }

    /** The distance in pixels along the x axis at which the correlation falls to {@link #ALIKE}. */
    private static double across(Spectrum spectrum) {
        double[] projected = new double[spectrum.columns() / 2 + 1];
        spectrum.forEachBin((u, v, times) -> projected[u] += times * weight(spectrum, u, v));
        return lag(projected, spectrum.columns());
    }

    /** The same along the y axis. */
    private static double down(Spectrum spectrum) {
        double[] projected = new double[spectrum.rows() / 2 + 1];
        spectrum.forEachBin(
                (u, v, times) -> projected[Math.abs(v)] += times * weight(spectrum, u, v));
        return lag(projected, spectrum.rows());
    }

    /** The power of a bin without slow changes. */
    private static double weight(Spectrum spectrum, int u, int v) {
        double slow = spectrum.lobe() / 2;
        double fx = spectrum.fx(u);
        double fy = spectrum.fy(v);
        double squared = fx * fx + fy * fy;
        double pass = squared / (squared + slow * slow);
        return pass * pass * spectrum.power(u, v);
    }

    /**
     * The first distance in pixels at which the autocorrelation falls to {@link #ALIKE}, or the
     * greatest one known. It is the Fourier transform of the power spectrum (Wiener and Khinchin).
     */
    private static double lag(double[] projected, int length) {
        double[] table = new double[length];
        Arrays.setAll(table, i -> Math.cos(2 * Math.PI * i / length));
        double[] values = new double[length / 4]; // [lag], 1 at lag 0
        for (int lag = 0; lag < values.length; lag++) {
            for (int k = 0; k < projected.length; k++) {
                values[lag] += projected[k] * table[(int) ((long) k * lag % length)];
            }
        }
        double whole = Math.max(values[0], Double.MIN_NORMAL);
        for (int lag = 1; lag < values.length; lag++) {
            double before = values[lag - 1] / whole;
            double here = values[lag] / whole;
            if (here < ALIKE) {
                return lag - 1 + (before - ALIKE) / (before - here);
            }
        }
        return values.length;
    }
}
