package ikat.signal;

/**
 * Discrete Fourier transforms of one fixed length, a power of two (Cooley and Tukey 1965, in place,
 * radix 2).
 */
public final class Fourier {

    private final int length;
    private final double[] cosine;
    private final double[] sine;
    private final int[] reversed;

    /** Transforms of a length. */
    public Fourier(int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException(
                    "length is " + length + ", but must be a power of two");
        }
        this.length = length;
        cosine = new double[length / 2];
        sine = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            double angle = -2 * Math.PI * i / length;
            cosine[i] = Math.cos(angle);
            sine[i] = Math.sin(angle);
        }
        reversed = new int[length];
        int bits = Integer.numberOfTrailingZeros(length);
        for (int i = 0; i < length; i++) {
            reversed[i] = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
        }
    }

    /**
     * Transforms {@code real + i·imaginary} with the kernel exp(-2πi·jk/length), without scaling.
     */
    public void transform(double[] real, double[] imaginary) {
        for (int i = 0; i < length; i++) {
            int j = reversed[i];
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < length; half *= 2) {
            butterflies(real, imaginary, half);
        }
    }

    private void butterflies(double[] real, double[] imaginary, int half) {
        int stride = length / (2 * half);
        for (int start = 0; start < length; start += 2 * half) {
            for (int k = 0, a = start, b = start + half; k < half; k++, a++, b++) {
                double c = cosine[k * stride];
                double s = sine[k * stride];
                double re = c * real[b] - s * imaginary[b];
                double im = c * imaginary[b] + s * real[b];
                real[b] = real[a] - re;
                imaginary[b] = imaginary[a] - im;
                real[a] += re;
                imaginary[a] += im;
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
