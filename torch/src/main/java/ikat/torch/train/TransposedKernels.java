package ikat.torch.train;

import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Transposed convolutions of 5x5 kernels and stride two, as the 3x3 convolutions followed by a
 * pixel shuffle that the stages of a model are. Along one axis pixel {@code 2i} of the output is
 * {@code k[4] x[i-1] + k[2] x[i] + k[0] x[i+1]} and pixel {@code 2i + 1} is {@code k[3] x[i] + k[1]
 * x[i+1]}: the same products (Dumoulin and Visin 2016, arXiv 1603.07285, section 4).
 */
final class TransposedKernels {

    /** Side of a kernel. */
    static final int KERNEL = 5;

    /** {@code PLACES[phase][tap of the input]}: tap of the kernel along one axis, or -1. */
    private static final int[][] PLACES = {{4, 2, 0}, {-1, 3, 1}};

    private static final int TAPS = 9;
    private static final int BLOCK = 4;

    private TransposedKernels() {}

    /**
     * Kernels {@code [out, in, 5, 5]} as weights {@code [4 out, in, 3, 3]} of a stage.
     *
     * @param spreading the table of {@link #spreading}
     */
    static Tensor spread(Tensor kernel, Tensor spreading) {
        long out = kernel.size(0);
        long in = kernel.size(1);
        Tensor taps = kernel.view(out * in, KERNEL * KERNEL).matmul(spreading); // [out in, 4 9]
        return taps.view(out, in, BLOCK, TAPS).transpose(1, 2).reshape(out * BLOCK, in, 3, 3);
    }

    /** Which tap of the kernel is at each tap of a stage's weight, {@code [25, 4 9]}. */
    static Tensor spreading() {
        float[] table = new float[KERNEL * KERNEL * BLOCK * TAPS];
        for (int block = 0; block < BLOCK; block++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int down = PLACES[block / 2][tap / 3];
                int across = PLACES[block % 2][tap % 3];
                if (down >= 0 && across >= 0) {
                    table[((down * KERNEL + across) * BLOCK + block) * TAPS + tap] = 1;
                }
            }
        }
        return Tensors.of(table, KERNEL * KERNEL, BLOCK * TAPS);
    }
}
