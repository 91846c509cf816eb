package ikat.signal;

/**
 * Transforms of two real rows at once, as the real and the imaginary part of one: their spectra are
 * separated by their symmetry. For one thread.
 */
final class RowPair {

    private final int width;
    private final Fourier fourier;
    private final double[] re;
    private final double[] im;

    RowPair(Fourier fourier) {
        this.fourier = fourier;
        width = fourier.length();
        re = new double[width];
        im = new double[width];
    }

    /** The spectra of two rows, which may be the same, as columns 0 to width / 2 of a plane. */
    void forward(double[] values, int first, int second, ComplexPlane spectrum) {
        System.arraycopy(values, first * width, re, 0, width);
        System.arraycopy(values, second * width, im, 0, width);
        fourier.transform(re, im);
        for (int x = 0; x <= width / 2; x++) {
            int there = x == 0 ? 0 : width - x;
            spectrum.real()[first * width + x] = (re[x] + re[there]) / 2;
            spectrum.imaginary()[first * width + x] = (im[x] - im[there]) / 2;
            spectrum.real()[second * width + x] = (im[x] + im[there]) / 2;
            spectrum.imaginary()[second * width + x] = (re[there] - re[x]) / 2;
        }
    }

    /** Two rows, which may be the same, from their spectra in columns 0 to width / 2 of a plane. */
    void inverse(ComplexPlane spectrum, int first, int second, double[] values) {
        double[] real = spectrum.real();
        double[] imaginary = spectrum.imaginary();
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
        fourier.inverse(re, im);
        System.arraycopy(re, 0, values, a, width);
        System.arraycopy(im, 0, values, b, width);
    }
}
