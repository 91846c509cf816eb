package ikat.signal;

/**
 * One complex number for each pixel of a picture, or for each frequency of its transform.
 *
 * @param width columns
 * @param height rows
 * @param real row-major {@code [height, width]}; not copied
 * @param imaginary row-major {@code [height, width]}; not copied
 */
public record ComplexPlane(int width, int height, double[] real, double[] imaginary) {

    public ComplexPlane {
        if (real.length != width * height || imaginary.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of %sx%s has %s real and %s imaginary parts, but needs %s of each"
                            .formatted(
                                    width, height, real.length, imaginary.length, width * height));
        }
    }

    /** A plane of zeros. */
    public ComplexPlane(int width, int height) {
        this(width, height, new double[width * height], new double[width * height]);
    }

    /** Absolute value of each number, row-major. */
    public double[] magnitudes() {
        double[] magnitudes = new double[real.length];
        for (int i = 0; i < real.length; i++) {
            magnitudes[i] = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
        return magnitudes;
    }

    /**
     * Each number of magnitude r and phase a as one of r and 2a: a band then turns as fast as the
     * next finer one (Portilla and Simoncelli 2000, section 2.2.4).
     *
     * @param magnitudes as {@link #magnitudes()} gives them
     */
    public ComplexPlane phaseDoubled(double[] magnitudes) {
        ComplexPlane doubled = new ComplexPlane(width, height);
        for (int i = 0; i < magnitudes.length; i++) {
            double scale = magnitudes[i] > 0 ? 1 / magnitudes[i] : 0;
            doubled.real[i] = scale * (real[i] * real[i] - imaginary[i] * imaginary[i]);
            doubled.imaginary[i] = scale * 2 * real[i] * imaginary[i];
        }
        return doubled;
    }
}
