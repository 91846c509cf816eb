package ikat.torch.train;

import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * How the kernels of a generator's stage are learned: as 3x3 kernels that work on the stage's input
 * enlarged twice, bilinearly. Both steps are linear, so together they are one 3x3 convolution of
 * the small input for each pixel of a 2x2 block, which is what a stage computes. A stage then
 * treats all pixels of a block alike, and a checkerboard has no weights to hide in (Odena et al.
 * 2016).
 *
 * <p>Along one axis pixel {@code 2i} of the enlarged input is {@code (x[i-1] + 3 x[i]) / 4} and
 * pixel {@code 2i + 1} is {@code (3 x[i] + x[i+1]) / 4}; the tables below follow.
 */
final class SmoothEnlargement implements AutoCloseable {

    /** {@code PHASES[phase][tap of the small input][tap of the enlarged input]}, along one axis. */
    private static final double[][][] PHASES = {
        {{0.75, 0.25, 0}, {0.25, 0.75, 0.75}, {0, 0, 0.25}},
        {{0.25, 0, 0}, {0.75, 0.75, 0.25}, {0, 0.25, 0.75}}
    };

    private static final int TAPS = 9;
    private static final int BLOCK = 4;

    private final Tensor table = Tensors.of(table(), TAPS, BLOCK * TAPS);

    /**
     * Kernels {@code [out, in, 3, 3]} on the enlarged input to weights {@code [4 out, in, 3, 3]} of
     * the stage.
     */
    Tensor weight(Tensor kernel) {
        long out = kernel.size(0);
        long in = kernel.size(1);
        Tensor taps = kernel.view(out * in, TAPS).matmul(table); // [out in, 4 9]
        return taps.view(out, in, BLOCK, TAPS).transpose(1, 2).reshape(out * BLOCK, in, 3, 3);
    }

    private static float[] table() {
        float[] table = new float[TAPS * BLOCK * TAPS];
        for (int large = 0; large < TAPS; large++) {
            for (int block = 0; block < BLOCK; block++) {
                for (int small = 0; small < TAPS; small++) {
                    double down = PHASES[block / 2][small / 3][large / 3];
                    double across = PHASES[block % 2][small % 3][large % 3];
                    table[(large * BLOCK + block) * TAPS + small] = (float) (down * across);
                }
            }
        }
        return table;
    }

    @Override
    public void close() {
        table.close();
    }
}
