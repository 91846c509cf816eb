package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;

/**
 * A coarse band at the pixels of the next finer one, normalised.
 *
 * @param magnitude of the band
 * @param doubledReal real part after its phase was doubled (Portilla and Simoncelli 2000, section
 *     2.2.4): a structure seen at both scales then turns at the finer band's rate
 * @param doubledImaginary imaginary part of the same
 */
record Parents(Samples magnitude, Samples doubledReal, Samples doubledImaginary) {

    static Parents of(ComplexPlane coarse) {
        ComplexPlane fine = enlarged(coarse);
        double[] real = fine.real();
        double[] imaginary = fine.imaginary();
        double[] magnitudes = fine.magnitudes();
        int width = fine.width();
        int height = fine.height();
        return new Parents(
                Samples.of(width, height, i -> magnitudes[i]).normalised(),
                Samples.of(
                                width,
                                height,
                                i ->
                                        (real[i] * real[i] - imaginary[i] * imaginary[i])
                                                / Math.max(magnitudes[i], 1e-12))
                        .normalised(),
                Samples.of(
                                width,
                                height,
                                i -> 2 * real[i] * imaginary[i] / Math.max(magnitudes[i], 1e-12))
                        .normalised());
    }

    /** Twice the size, by zeros in the spectrum. */
    private static ComplexPlane enlarged(ComplexPlane coarse) {
        int width = coarse.width();
        int height = coarse.height();
        ComplexPlane narrow = new PlaneFourier(width, height).forward(coarse);
        ComplexPlane wide = new ComplexPlane(2 * width, 2 * height);
        for (int v = 0; v < height; v++) {
            int row = (v < height / 2 ? v : v + height) * 2 * width;
            for (int u = 0; u < width; u++) {
                int to = row + (u < width / 2 ? u : u + width);
                wide.real()[to] = narrow.real()[v * width + u];
                wide.imaginary()[to] = narrow.imaginary()[v * width + u];
            }
        }
        return new PlaneFourier(2 * width, 2 * height).inverse(wide);
    }
}
