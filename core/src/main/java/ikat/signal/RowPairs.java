package ikat.signal;

/**
 * Transforms of a few real rows, two as the real and imaginary part of one: the spectra of both are
 * told apart by their symmetry.
 */
final class RowPairs {

    private final int width;
    private final int rows;
    private final int pairs;
    private final Fourier fourier;
    private final double[] re; // [width, pairs]
    private final double[] im;

    RowPairs(int width, int rows, Fourier fourier) {
        this.width = width;
        this.rows = rows;
        this.fourier = fourier;
        pairs = (rows + 1) / 2;
        re = new double[width * pairs];
        im = new double[width * pairs];
    }

    /** The spectra of the rows from {@code top} on, as columns 0 to width / 2 of a plane. */
    void forward(double[] values, int top, ComplexPlane spectrum) {
        for (int i = 0; i < rows; i++) {
            double[] part = i % 2 == 0 ? re : im;
            int row = (top + i) * width;
            for (int x = 0; x < width; x++) {
                part[x * pairs + i / 2] = values[row + x];
            }
        }
        fourier.transform(re, im, pairs);
        for (int i = 0; i < rows; i++) {
            int row = (top + i) * width;
            for (int x = 0; x <= width / 2; x++) {
                int at = x * pairs + i / 2;
                int opposite = (width - x) % width * pairs + i / 2;
                boolean first = i % 2 == 0;
                spectrum.real()[row + x] =
                        first ? (re[at] + re[opposite]) / 2 : (im[at] + im[opposite]) / 2;
                spectrum.imaginary()[row + x] =
                        first ? (im[at] - im[opposite]) / 2 : (re[opposite] - re[at]) / 2;
            }
        }
    }

    /** The rows from {@code top} on that have the spectra in columns 0 to width / 2 of a plane. */
    void inverse(ComplexPlane spectrum, int top, double[] values) {
        for (int i = 0; i < rows; i++) {
            int row = (top + i) * width;
            for (int x = 0; x < width; x++) {
                boolean mirrored = x > width / 2;
                int from = row + (mirrored ? width - x : x);
                double real = spectrum.real()[from];
                double imaginary =
                        mirrored ? -spectrum.imaginary()[from] : spectrum.imaginary()[from];
                int at = x * pairs + i / 2;
                // the second row of a pair is multiplied by i
                re[at] = i % 2 == 0 ? real : re[at] - imaginary;
                im[at] = i % 2 == 0 ? imaginary : im[at] + real;
            }
        }
        fourier.inverse(re, im, pairs);
        for (int i = 0; i < rows; i++) {
            double[] part = i % 2 == 0 ? re : im;
            int row = (top + i) * width;
            for (int x = 0; x < width; x++) {
                values[row + x] = part[x * pairs + i / 2];
            }
        }
    }
}
