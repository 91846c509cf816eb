package ikat.torch.train;

import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Where in their waves the samples of a batch lie.
 *
 * @param start radians at the middle of each sample but for its place, {@code [N, W, 1, 1]}
 * @param x of each sample's middle, in cells to the right, {@code [N, 1, 1, 1]}
 * @param y of each sample's middle, in cells downwards, {@code [N, 1, 1, 1]}
 */
record Phases(Tensor start, Tensor x, Tensor y) {

    /** Anywhere: {@code [N, W]} radians. */
    static Phases anywhere(float[] start, long batch, long waves) {
        Tensor origin = Tensors.of(new float[Math.toIntExact(batch)], batch, 1, 1, 1);
        return new Phases(Tensors.of(start, batch, waves, 1, 1), origin, origin);
    }

    /** At places of one plane, in cells. */
    static Phases at(float[] x, float[] y, long waves) {
        return new Phases(
                Tensors.of(new float[Math.toIntExact(waves)], 1, waves, 1, 1),
                Tensors.of(x, x.length, 1, 1, 1),
                Tensors.of(y, y.length, 1, 1, 1));
    }
}
