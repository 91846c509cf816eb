package ikat.lab.statistics;

import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;
import java.util.Arrays;

/**
 * Central 7x7 samples of a plane's circular autocorrelation: its mean products with itself shifted
 * by up to {@value #REACH} pixels.
 */
final class Autocorrelation {

    static final int REACH = 3;

    /** Number of samples in the central square. */
    static final int SAMPLES = (2 * REACH + 1) * (2 * REACH + 1);

    private static final int CENTRE = SAMPLES / 2;

    private Autocorrelation() {}

    /**
     * The central samples, row-major; the middle one is the variance.
     *
     * @param spectrum of a real plane of mean 0
     */
    static double[] of(ComplexPlane spectrum, PlaneFourier fourier) {
        return central(whole(spectrum, fourier), spectrum.width(), spectrum.height());
    }

    /** The variance among the central samples. */
    static double variance(double[] samples) {
        return samples[CENTRE];
    }

    private static double[] whole(ComplexPlane spectrum, PlaneFourier fourier) {
        ComplexPlane power = new ComplexPlane(spectrum.width(), spectrum.height());
        double area = power.real().length;
        for (int i = 0; i < area; i++) {
            double re = spectrum.real()[i];
            double im = spectrum.imaginary()[i];
            power.real()[i] = (re * re + im * im) / area;
        }
        return fourier.inverseReal(power);
    }

    private static double[] central(double[] whole, int width, int height) {
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = at(whole, width, height, dx(i), dy(i));
        }
        return samples;
    }

    private static double at(double[] whole, int width, int height, int dx, int dy) {
        return whole[Math.floorMod(dy, height) * width + Math.floorMod(dx, width)];
    }

    private static int dx(int sample) {
        return sample % (2 * REACH + 1) - REACH;
    }

    private static int dy(int sample) {
        return sample / (2 * REACH + 1) - REACH;
    }

    /**
     * Filters a plane with zero phase so that its central samples become the wanted ones (Portilla
     * and Simoncelli 2000, appendix A.2). The filter's autocorrelation is the solution of a system
     * of linear equations.
     *
     * @param spectrum of a real plane of mean 0; changed in place
     * @param wanted central samples as returned by {@link #of}
     */
    static void impose(ComplexPlane spectrum, PlaneFourier fourier, double[] wanted) {
        int width = spectrum.width();
        int height = spectrum.height();
        double[] whole = whole(spectrum, fourier);
        if (whole[0] <= 0) {
            return;
        }
        double[] half = Arrays.copyOf(wanted, CENTRE + 1);
        double[] filter = mirrored(LinearEquations.solve(equation(whole, width, height), half));
        double[] gain = new SmallFilter(filter).response(width, height);
        double sum = 0;
        for (int i = 0; i < gain.length; i++) {
            double factor = Math.sqrt(Math.abs(gain[i]));
            double re = spectrum.real()[i] * factor;
            double im = spectrum.imaginary()[i] * factor;
            spectrum.real()[i] = re;
            spectrum.imaginary()[i] = im;
            sum += re * re + im * im;
        }
        double area = gain.length;
        scale(spectrum, sum > 0 ? Math.sqrt(variance(wanted) * area * area / sum) : 0);
    }

    /** Scales a plane to a given variance. */
    static void imposeVariance(ComplexPlane spectrum, double wanted) {
        double now = variance(spectrum);
        scale(spectrum, now > 0 ? Math.sqrt(wanted / now) : 0);
    }

    /** The variance of the real plane of mean 0 with this spectrum. */
    static double variance(ComplexPlane spectrum) {
        double sum = 0;
        double area = spectrum.real().length;
        for (int i = 0; i < area; i++) {
            sum +=
                    spectrum.real()[i] * spectrum.real()[i]
                            + spectrum.imaginary()[i] * spectrum.imaginary()[i];
        }
        return sum / area / area;
    }

    private static void scale(ComplexPlane spectrum, double factor) {
        for (int i = 0; i < spectrum.real().length; i++) {
            spectrum.real()[i] *= factor;
            spectrum.imaginary()[i] *= factor;
        }
    }

    /**
     * The system's matrix, with a row for each sample up to the middle one: a filtered sample is
     * the sum of the filter's samples times the plane's, shifted. Opposite samples of the filter
     * are equal.
     */
    private static double[][] equation(double[] whole, int width, int height) {
        double[][] rows = new double[CENTRE + 1][CENTRE + 1];
        for (int d = 0; d <= CENTRE; d++) {
            for (int e = 0; e <= CENTRE; e++) {
                rows[d][e] = at(whole, width, height, dx(d) - dx(e), dy(d) - dy(e));
                if (e < CENTRE) {
                    rows[d][e] += at(whole, width, height, dx(d) + dx(e), dy(d) + dy(e));
                }
            }
            // regularised, as the filter is undetermined at frequencies that the plane lacks
            rows[d][d] += 1e-9 * whole[0];
        }
        return rows;
    }

    /** The samples after the middle one mirror those before. */
    private static double[] mirrored(double[] half) {
        double[] samples = Arrays.copyOf(half, SAMPLES);
        for (int i = 0; i < CENTRE; i++) {
            samples[SAMPLES - 1 - i] = half[i];
        }
        return samples;
    }

    /** Solver of small linear systems by Gaussian elimination with partial pivoting. */
    private static final class LinearEquations {

        private LinearEquations() {}

        /** Solves {@code rows · x = right} for x; both arguments are overwritten. */
        static double[] solve(double[][] rows, double[] right) {
            int n = rows.length;
            for (int column = 0; column < n; column++) {
                swap(rows, right, column, pivot(rows, column));
                for (int row = column + 1; row < n; row++) {
                    double factor = rows[row][column] / rows[column][column];
                    for (int k = column; k < n; k++) {
                        rows[row][k] -= factor * rows[column][k];
                    }
                    right[row] -= factor * right[column];
                }
            }
            double[] unknowns = new double[n];
            for (int row = n - 1; row >= 0; row--) {
                double sum = right[row];
                for (int k = row + 1; k < n; k++) {
                    sum -= rows[row][k] * unknowns[k];
                }
                unknowns[row] = sum / rows[row][row];
            }
            return unknowns;
        }

        private static int pivot(double[][] rows, int column) {
            int pivot = column;
            for (int row = column + 1; row < rows.length; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            return pivot;
        }

        private static void swap(double[][] rows, double[] right, int a, int b) {
            double[] row = rows[a];
            rows[a] = rows[b];
            rows[b] = row;
            double value = right[a];
            right[a] = right[b];
            right[b] = value;
        }
    }
}
