package ikat.analysis;

import ikat.signal.Fourier;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The power spectrum of a plane, averaged over overlapping windows (Welch 1967, Hann windows,
 * zero-padded to at least twice their size). A picture of up to {@link #WINDOW} pixels a side is
 * one window.
 *
 * @param columns bins along x, of which the first half is stored
 * @param rows bins along y
 * @param windowColumns pixels of a window along x
 * @param windowRows pixels of a window along y
 * @param values power, {@code [columns / 2 + 1, rows]}, where fy wraps around
 */
public record Spectrum(int columns, int rows, int windowColumns, int windowRows, double[] values) {

    static final int WINDOW = 512;
    private static final int MOST_WINDOWS_A_SIDE = 3;
    private static final int BLOCK = 16;

    /** The spectrum over windows of at most {@code window} pixels a side. */
    public static Spectrum of(Plane plane, int window) {
        int width = Math.min(window, plane.width());
        int height = Math.min(window, plane.height());
        int columns = paddedLength(width);
        int rows = paddedLength(height);
        Spectrum spectrum =
                new Spectrum(columns, rows, width, height, new double[(columns / 2 + 1) * rows]);
        List<Integer> tops = starts(plane.height(), height);
        List<Integer> lefts = starts(plane.width(), width);
        double weight = 1.0 / (tops.size() * lefts.size());
        for (int top : tops) {
            for (int left : lefts) {
                spectrum.add(plane.crop(left, top, width, height), weight);
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
            along.transform(real[y], imaginary[y], 1);
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
                values[(left + i % count) * rows + i / count] +=
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
        double[][] windowed = new double[windowRows][columns];
        for (int y = 0; y < windowRows; y++) {
            for (int x = 0; x < windowColumns; x++) {
                windowed[y][x] = scale * across[x] * down[y] * (window.at(x, y) - mean);
            }
        }
        return windowed;
    }

    private static double[] hann(int length) {
        double[] weights = new double[length];
        Arrays.setAll(weights, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length));
        return weights;
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
                ? values[-u * rows + Math.floorMod(-v, rows)]
                : values[u * rows + Math.floorMod(v, rows)];
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
        for (int i = 0; i < values.length; i++) {
            boolean once = i < rows || i >= values.length - rows;
            sum += once ? values[i] : 2 * values[i];
        }
        return sum;
    }
}
