package ikat.score;

import ikat.signal.ComplexPlane;

/**
 * A coarse band at the pixels of the next finer one, normalised.
 *
 * @param magnitude of the band
 * @param doubledReal real part after its phase was doubled: a structure seen at both scales then
 *     turns at the finer band's rate
 * @param doubledImaginary imaginary part of the same
 */
record Parents(Samples magnitude, Samples doubledReal, Samples doubledImaginary) {

    /** Of a coarse band that was expanded. */
    static Parents of(ComplexPlane expanded) {
        double[] magnitudes = expanded.magnitudes();
        ComplexPlane doubled = expanded.phaseDoubled(magnitudes);
        return new Parents(
                normalised(expanded, magnitudes),
                normalised(expanded, doubled.real()),
                normalised(expanded, doubled.imaginary()));
    }

    private static Samples normalised(ComplexPlane plane, double[] values) {
        return Samples.of(plane.width(), plane.height(), i -> values[i]).normalised();
    }
}
