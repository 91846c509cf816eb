package ikat.signal;

import ikat.text.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Discrete Fourier transforms of one fixed length. Lengths whose prime factors are 2, 3 and 5 are
 * fastest (Cooley and Tukey 1965, in the self-sorting order of Stockham); all others are
 * transformed as a convolution with a chirp (Bluestein 1970). Immutable: any number of threads may
 * share it.
 */
public final class Fourier {

    private final int length;
    private final List<FourierStage> stages;
    private final @Nullable Chirp chirp;

    /**
     * Creates the transforms of a length.
     *
     * @param length at least 1
     */
    public Fourier(int length) {
        this.length = Checks.atLeast("length", length, 1);
        stages = isFast(length) ? stages(length) : List.of();
        chirp = isFast(length) ? null : new Chirp(length);
    }

    /** Whether a length has no prime factor above 5. */
    public static boolean isFast(int length) {
        int rest = length;
        for (int factor : new int[] {2, 3, 5}) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        return rest == 1;
    }

    /** The shortest fast length of at least {@code least}. */
    public static int fastLength(int least) {
        int length = least;
        while (!isFast(length)) {
            length++;
        }
        return length;
    }

    private static List<FourierStage> stages(int length) {
        List<FourierStage> stages = new ArrayList<>();
        int rest = length;
        for (int radix : new int[] {5, 3, 4, 2}) {
            while (rest % radix == 0) {
                stages.add(new FourierStage(radix, rest));
                rest /= radix;
            }
        }
        return stages;
    }

    /**
     * Transforms {@code real + i·imaginary} with the kernel exp(-2πi·jk/length), without scaling;
     * several interleaved sequences are faster than one after the other.
     *
     * @param real {@code [length, batch]}
     * @param imaginary {@code [length, batch]}
     */
    public void transform(double[] real, double[] imaginary, int batch) {
        if (chirp != null) {
            chirp.transform(real, imaginary, batch);
            return;
        }
        double[] re = real;
        double[] im = imaginary;
        double[] otherRe = new double[length * batch];
        double[] otherIm = new double[length * batch];
        int stride = batch;
        for (FourierStage stage : stages) {
            stage.apply(re, im, otherRe, otherIm, stride);
            double[] kept = re;
            re = otherRe;
            otherRe = kept;
            kept = im;
            im = otherIm;
            otherIm = kept;
            stride *= stage.radix();
        }
        if (re != real) {
            System.arraycopy(re, 0, real, 0, length * batch);
            System.arraycopy(im, 0, imaginary, 0, length * batch);
        }
    }

    /** The inverse of {@link #transform}: kernel exp(2πi·jk/length) / length. */
    public void inverse(double[] real, double[] imaginary, int batch) {
        // swapping the parts before and after changes the sign of the kernel
        transform(imaginary, real, batch);
        double scale = 1.0 / length;
        for (int i = 0; i < length * batch; i++) {
            real[i] *= scale;
            imaginary[i] *= scale;
        }
    }

    /**
     * Transforms of any length as a convolution with a chirp, exp(πi·k²/length), by transforms of a
     * power of two (Bluestein 1970).
     */
    private static final class Chirp {

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
            kernelReal = new double[padded.length];
            kernelImaginary = new double[padded.length];
            for (int k = 0; k < length; k++) {
                // whole turns are taken off first: k² grows beyond what an angle can hold
                double angle = Math.PI * ((long) k * k % (2L * length)) / length;
                cosine[k] = Math.cos(angle);
                sine[k] = Math.sin(angle);
                int mirrored = k == 0 ? 0 : padded.length - k;
                kernelReal[k] = cosine[k];
                kernelImaginary[k] = sine[k];
                kernelReal[mirrored] = cosine[k];
                kernelImaginary[mirrored] = sine[k];
            }
            padded.transform(kernelReal, kernelImaginary, 1);
        }

        /** As {@link Fourier#transform}. */
        void transform(double[] real, double[] imaginary, int batch) {
            double[] re = new double[padded.length * batch];
            double[] im = new double[padded.length * batch];
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
}
