package ikat.analysis;

import ikat.signal.Fourier;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * The power spectrum of a plane, averaged over overlapping windows (Welch 1967, Hann windows,
 * zero-padded to at least twice their size). A picture of up to {@link #WINDOW} pixels a side is
 * one window.
 */
public final class Spectrum {

    static final int WINDOW = 512;
    private static final int MOST_WINDOWS_A_SIDE = 3;
    private static final int BLOCK = 16;

    private final int columns;
    private final int rows;
    private final int windowColumns;
    private final int windowRows;
    private final double[] power; // [columns / 2 + 1, rows], fy wraps around

    private Spectrum(int windowColumns, int windowRows) {
        this.windowColumns = windowColumns;
        this.windowRows = windowRows;
        columns = paddedLength(windowColumns);
        rows = paddedLength(windowRows);
        power = new double[(columns / 2 + 1) * rows];
    }

    static Spectrum of(Plane plane) {
        return of(plane, WINDOW);
    }

    /** The spectrum over windows of at most {@code window} pixels a side. */
    public static Spectrum of(Plane plane, int window) {
        Spectrum spectrum =
                new Spectrum(Math.min(window, plane.width()), Math.min(window, plane.height()));
        List<Integer> tops = starts(plane.height(), spectrum.windowRows);
        List<Integer> lefts = starts(plane.width(), spectrum.windowColumns);
        for (int top : tops) {
            for (int left : lefts) {
                spectrum.add(
                        plane.crop(left, top, spectrum.windowColumns, spectrum.windowRows),
                        1.0 / (tops.size() * lefts.size()));
            }
        }
        return spectrum;
    }

    private static int paddedLength(int window) {
        return Integer.highestOneBit(2 * window - 1) * 2;
    }

    private static List<Integer> starts(int length, int window) {
        int slack = length - window;
        int count = Math.min(MOST_WINDOWS_A_SIDE, 1 + (2 * slack + window - 1) / window);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(count == 1 ? 0 : (int) ((long) slack * i / (count - 1)));
        }
        return starts;
    }

    private void add(Plane window, double weight) {
        double[][] real = hannWindowed(window);
        double[][] imaginary = new double[windowRows][columns];
        Fourier along = new Fourier(columns);
        for (int y = 0; y < windowRows; y++) {
            along.transform(real[y], imaginary[y]);
        }
        addColumns(real, imaginary, weight);
    }

    /** Transforms the columns block by block; a single one would use a cache line per number. */
    private void addColumns(double[][] real, double[][] imaginary, double weight) {
        Fourier down = new Fourier(rows);
        int kept = columns / 2 + 1;
        for (int left = 0; left < kept; left += BLOCK) {
            int count = Math.min(BLOCK, kept - left);
            double[] re = new double[rows * count]; // [rows, count]
            double[] im = new double[rows * count];
            for (int y = 0; y < windowRows; y++) {
                System.arraycopy(real[y], left, re, y * count, count);
                System.arraycopy(imaginary[y], left, im, y * count, count);
            }
            down.transform(re, im, count);
            for (int i = 0; i < re.length; i++) {
                power[(left + i % count) * rows + i / count] +=
                        weight * (re[i] * re[i] + im[i] * im[i]);
            }
        }
    }

    /** Rows of the window, padded on the right, less the mean under the window. */
    private double[][] hannWindowed(Plane window) {
        double[] across = hann(windowColumns);
        double[] down = hann(windowRows);
        double sum = 0;
        double weights = 0;
        double squares = 0;
        for (int y = 0; y < windowRows; y++) {
            for (int x = 0; x < windowColumns; x++) {
                double weight = across[x] * down[y];
                sum += weight * window.at(x, y);
                weights += weight;
                squares += weight * weight;
            }
        }
        double mean = sum / weights;
        double scale = 1 / Math.sqrt(squares);
        double[][] values = new double[windowRows][columns];
        for (int y = 0; y < windowRows; y++) {
            for (int x = 0; x < windowColumns; x++) {
                values[y][x] = scale * across[x] * down[y] * (window.at(x, y) - mean);
            }
        }
        return values;
    }

    private static double[] hann(int length) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
        }
        return weights;
    }

    /** Bins along x, of which the first half is stored. */
    public int columns() {
        return columns;
    }

    /** Bins along y. */
    public int rows() {
        return rows;
    }

    /** Half the width of the window's main lobe along x, in bins. */
    double lobeColumns() {
        return 2.0 * columns / windowColumns;
    }

    /** Half the width of the window's main lobe along y, in bins. */
    double lobeRows() {
        return 2.0 * rows / windowRows;
    }

    /**
     * Half the width of the window's main lobe in cycles per pixel, the wider of the two
     * directions.
     */
    public double lobe() {
        return 2.0 / Math.min(windowColumns, windowRows);
    }

    /** Pixels of a window. */
    public double windowArea() {
        return (double) windowColumns * windowRows;
    }

    /** Frequency of column {@code u}, in cycles per pixel. */
    public double fx(double u) {
        return u / columns;
    }

    /**
     * Frequency of row {@code v}, from {@code -rows / 2} to {@code rows / 2}, in cycles per pixel.
     */
    public double fy(double v) {
        return v / rows;
    }

    /**
     * Power at a bin; both may be negative, the spectrum is symmetric. White noise of variance s²
     * has power s².
     */
    public double power(int u, int v) {
        return u < 0
                ? power[-u * rows + Math.floorMod(-v, rows)]
                : power[u * rows + Math.floorMod(v, rows)];
    }

    /** Visits a bin. */
    interface BinVisitor {
        /**
         * @param times bins of the whole spectrum that this one stands for, 1 or 2
         */
        void visit(int u, int v, double times);
    }

    /** Visits the bins with {@code u >= 0}, column by column. */
    void forEachBin(BinVisitor visitor) {
        for (int u = 0; u <= columns / 2; u++) {
            double times = u == 0 || u == columns / 2 ? 1 : 2;
            for (int v = -rows / 2; v < rows / 2; v++) {
                visitor.visit(u, v, times);
            }
        }
    }

    /** Length of a step of {@code du, dv} bins, in half main lobes of the window. */
    double lobes(int du, int dv) {
        return Math.hypot(du / lobeColumns(), dv / lobeRows());
    }

    /** Whether none of the eight neighbours has more power. */
    boolean isSummit(int u, int v) {
        double summit = power(u, v);
        for (int du = -1; du <= 1; du++) {
            for (int dv = -1; dv <= 1; dv++) {
                if (power(u + du, v + dv) > summit) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Sum of the power over all bins of both half planes. */
    public double total() {
        double sum = 0;
        for (int i = 0; i < power.length; i++) {
            boolean once = i < rows || i >= power.length - rows;
            sum += once ? power[i] : 2 * power[i];
        }
        return sum;
    }
}
