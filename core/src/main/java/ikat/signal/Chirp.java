package ikat.signal;

/**
 * Transforms of any length as a convolution with a chirp, exp(πi·k²/length), done by transforms of
 * a power of two (Bluestein 1970).
 */
final class Chirp {

    private final int length;
    private final Fourier padded;
    private final double[] cosine;
    private final double[] sine;
    private final double[] kernelReal;
    private final double[] kernelImaginary;

    Chirp(int length) {
        this.length = length;
        padded = new Fourier(Integer.highestOneBit(2 * length - 1) * 2);
        cosine = new double[length];
        sine = new double[length];
        kernelReal = new double[padded.length()];
        kernelImaginary = new double[padded.length()];
        for (int k = 0; k < length; k++) {
            // whole turns are taken off first: k² grows beyond what an angle can hold
            double angle = Math.PI * ((long) k * k % (2L * length)) / length;
            cosine[k] = Math.cos(angle);
            sine[k] = Math.sin(angle);
            int mirrored = k == 0 ? 0 : padded.length() - k;
            kernelReal[k] = cosine[k];
            kernelImaginary[k] = sine[k];
            kernelReal[mirrored] = cosine[k];
            kernelImaginary[mirrored] = sine[k];
        }
        padded.transform(kernelReal, kernelImaginary);
    }

    /** As {@link Fourier#transform(double[], double[], int)}. */
    void transform(double[] real, double[] imaginary, int batch) {
        double[] re = new double[padded.length() * batch];
        double[] im = new double[padded.length() * batch];
        for (int i = 0; i < length * batch; i++) {
            double c = cosine[i / batch];
            double s = sine[i / batch];
            re[i] = c * real[i] + s * imaginary[i];
            im[i] = c * imaginary[i] - s * real[i];
        }
        padded.transform(re, im, batch);
        for (int i = 0; i < re.length; i++) {
            double c = kernelReal[i / batch];
            double s = kernelImaginary[i / batch];
            double kept = re[i];
            re[i] = c * kept - s * im[i];
            im[i] = c * im[i] + s * kept;
        }
        padded.inverse(re, im, batch);
        for (int i = 0; i < length * batch; i++) {
            double c = cosine[i / batch];
            double s = sine[i / batch];
            real[i] = c * re[i] + s * im[i];
            imaginary[i] = c * im[i] - s * re[i];
        }
    }
}
