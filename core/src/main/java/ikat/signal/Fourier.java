package ikat.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Discrete Fourier transforms of one fixed length. Lengths whose prime factors are 2, 3 and 5 are
 * fastest (Cooley and Tukey 1965, sorted by itself as Stockham did); all others are transformed as
 * a convolution with a chirp (Bluestein 1970). Immutable: any number of threads may share it.
 */
public final class Fourier {

    private final int length;
    private final List<FourierStage> stages;
    private final @Nullable Chirp chirp;

    /**
     * Transforms of a length.
     *
     * @param length at least 1
     */
    public Fourier(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length is " + length + ", but must be at least 1");
        }
        this.length = length;
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

    /** The shortest fast length that is not below another. */
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

    /** How many numbers are transformed at once. */
    public int length() {
        return length;
    }

    /**
     * Transforms {@code real + i·imaginary} with the kernel exp(-2πi·jk/length), without scaling.
     */
    public void transform(double[] real, double[] imaginary) {
        transform(real, imaginary, 1);
    }

    /** Undoes {@link #transform(double[], double[])}: kernel exp(2πi·jk/length) / length. */
    public void inverse(double[] real, double[] imaginary) {
        inverse(real, imaginary, 1);
    }

    /**
     * Transforms several sequences that lie side by side, faster than one after the other.
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

    /** Undoes {@link #transform(double[], double[], int)}. */
    public void inverse(double[] real, double[] imaginary, int batch) {
        // swapping the parts before and after turns the kernel's sign
        transform(imaginary, real, batch);
        double scale = 1.0 / length;
        for (int i = 0; i < length * batch; i++) {
            real[i] *= scale;
            imaginary[i] *= scale;
        }
    }
}
