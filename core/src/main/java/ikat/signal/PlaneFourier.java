package ikat.signal;

import java.util.Arrays;

/**
 * Fourier transforms of planes of one fixed size. Frequencies are in the usual order: column {@code
 * u} is u cycles per width, from the middle on {@code u - width}; rows likewise. Immutable: any
 * number of threads may share it.
 */
public final class PlaneFourier {

    /** Columns transformed together; a single one would use a cache line per number. */
    private static final int BLOCK = 16;

    private final int width;
    private final int height;
    private final Fourier across;
    private final Fourier down;

    /** Creates the transforms of planes of a size; both sides at least 1, of any factors. */
    public PlaneFourier(int width, int height) {
        this.width = width;
        this.height = height;
        across = new Fourier(width);
        down = new Fourier(height);
    }

    /**
     * The spectrum of a real plane, not scaled; half the work of a complex one.
     *
     * @param values row-major {@code [height, width]}
     */
    public ComplexPlane forward(double[] values) {
        ComplexPlane spectrum = new ComplexPlane(width, height);
        for (int y = 0; y < height; y += 2) {
            if (!isZero(values, y * width, Math.min(height, y + 2) * width)) {
                rowPair(values, y, Math.min(y + 1, height - 1), spectrum);
            }
        }
        columns(spectrum, width / 2 + 1, down::transform);
        fillOtherHalf(spectrum);
        return spectrum;
    }

    /** The spectrum of a complex plane, not scaled. */
    public ComplexPlane forward(ComplexPlane plane) {
        ComplexPlane spectrum = copy(plane);
        rows(spectrum, across::transform);
        columns(spectrum, width, down::transform);
        return spectrum;
    }

    /** The plane of a spectrum: the inverse of {@link #forward(ComplexPlane)}. */
    public ComplexPlane inverse(ComplexPlane spectrum) {
        ComplexPlane plane = copy(spectrum);
        columns(plane, width, down::inverse);
        rows(plane, across::inverse);
        return plane;
    }

    /**
     * The real plane of a spectrum, row-major; half the work of a complex one.
     *
     * @param spectrum of a real plane: opposite frequencies are each other's conjugates; only
     *     columns up to half the width are read
     */
    public double[] inverseReal(ComplexPlane spectrum) {
        ComplexPlane half = copy(spectrum);
        columns(half, width / 2 + 1, down::inverse);
        double[] values = new double[width * height];
        for (int y = 0; y < height; y += 2) {
            inverseRowPair(half, y, Math.min(y + 1, height - 1), values);
        }
        return values;
    }

    /**
     * Adds the spectrum of the correlation of two real planes: at each place the sum of the
     * products of the first plane with the second moved there.
     *
     * @param sum as {@link #inverseReal} reads it: columns beyond half the width are left as they
     *     are
     */
    public void addCorrelation(ComplexPlane first, ComplexPlane second, ComplexPlane sum) {
        for (int v = 0; v < height; v++) {
            for (int i = v * width; i <= v * width + width / 2; i++) {
                double re = first.real()[i];
                double im = first.imaginary()[i];
                sum.real()[i] += re * second.real()[i] + im * second.imaginary()[i];
                sum.imaginary()[i] += im * second.real()[i] - re * second.imaginary()[i];
            }
        }
    }

    private static ComplexPlane copy(ComplexPlane plane) {
        return new ComplexPlane(
                plane.width(), plane.height(), plane.real().clone(), plane.imaginary().clone());
    }

    private void rows(ComplexPlane plane, Transform transform) {
        for (int row = 0; row < width * height; row += width) {
            double[] re = Arrays.copyOfRange(plane.real(), row, row + width);
            double[] im = Arrays.copyOfRange(plane.imaginary(), row, row + width);
            transform.run(re, im, 1);
            System.arraycopy(re, 0, plane.real(), row, width);
            System.arraycopy(im, 0, plane.imaginary(), row, width);
        }
    }

    private void columns(ComplexPlane plane, int kept, Transform transform) {
        for (int left = 0; left < kept; left += BLOCK) {
            int count = Math.min(BLOCK, kept - left);
            if (isZero(plane, left, count)) {
                continue;
            }
            double[] re = new double[height * count]; // [height, count]
            double[] im = new double[height * count];
            for (int y = 0; y < height; y++) {
                System.arraycopy(plane.real(), y * width + left, re, y * count, count);
                System.arraycopy(plane.imaginary(), y * width + left, im, y * count, count);
            }
            transform.run(re, im, count);
            for (int y = 0; y < height; y++) {
                System.arraycopy(re, y * count, plane.real(), y * width + left, count);
                System.arraycopy(im, y * count, plane.imaginary(), y * width + left, count);
            }
        }
    }

    /** Whether rows are 0, as beyond a small picture on a large plane. */
    private static boolean isZero(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether columns are 0, as are many of a band's spectrum. */
    private boolean isZero(ComplexPlane plane, int left, int count) {
        for (int y = 0; y < height; y++) {
            for (int i = y * width + left; i < y * width + left + count; i++) {
                if (plane.real()[i] != 0 || plane.imaginary()[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private interface Transform {
        void run(double[] re, double[] im, int batch);
    }

    private void fillOtherHalf(ComplexPlane spectrum) {
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int opposite = (height - y) % height * width;
            for (int x = width / 2 + 1; x < width; x++) {
                spectrum.real()[row + x] = spectrum.real()[opposite + width - x];
                spectrum.imaginary()[row + x] = -spectrum.imaginary()[opposite + width - x];
            }
        }
    }

    /**
     * The spectra of two real rows, which may be the same, as columns 0 to width / 2 of a plane.
     * They are transformed at once, as the real and the imaginary part of one, and separated by
     * their symmetry.
     */
    private void rowPair(double[] values, int first, int second, ComplexPlane spectrum) {
        double[] re = Arrays.copyOfRange(values, first * width, (first + 1) * width);
        double[] im = Arrays.copyOfRange(values, second * width, (second + 1) * width);
        across.transform(re, im, 1);
        for (int x = 0; x <= width / 2; x++) {
            int there = x == 0 ? 0 : width - x;
            spectrum.real()[first * width + x] = (re[x] + re[there]) / 2;
            spectrum.imaginary()[first * width + x] = (im[x] - im[there]) / 2;
            spectrum.real()[second * width + x] = (im[x] + im[there]) / 2;
            spectrum.imaginary()[second * width + x] = (re[there] - re[x]) / 2;
        }
    }

    /** The inverse of {@link #rowPair}. */
    private void inverseRowPair(ComplexPlane spectrum, int first, int second, double[] values) {
        double[] real = spectrum.real();
        double[] imaginary = spectrum.imaginary();
        double[] re = new double[width];
        double[] im = new double[width];
        int a = first * width;
        int b = second * width;
        for (int x = 0; x <= width / 2; x++) {
            re[x] = real[a + x] - imaginary[b + x];
            im[x] = imaginary[a + x] + real[b + x];
        }
        for (int x = width / 2 + 1; x < width; x++) {
            re[x] = real[a + width - x] + imaginary[b + width - x];
            im[x] = real[b + width - x] - imaginary[a + width - x];
        }
        across.inverse(re, im, 1);
        System.arraycopy(re, 0, values, a, width);
        System.arraycopy(im, 0, values, b, width);
    }
}
