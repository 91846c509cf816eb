package ikat.torch.train;

import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How far fake patches are from real ones at the same phase of the waves: the generalised energy
 * distance {@code E|f - r| + E|f' - r| - E|f - f'|} of two fakes f and f' and a real patch r
 * (Székely and Rizzo 2013; as a loss Gritsenko et al. 2020, arXiv 2008.01160, eq. 2), pixel by
 * pixel, over the mean distance of real patches from each other. In the mean it is least where
 * fakes vary around the lattice just as real patches do: a generator that made all elements of a
 * lattice alike, or put them beside their place, would pay.
 */
public final class PhaseMatching {

    /** Sides in pixels of the squares over which patches are averaged before they are compared. */
    private static final int[] SQUARES = {1, 4, 16};

    private PhaseMatching() {}

    /** Samples after each other that share a place, and patches that show the same picture. */
    static final int TOGETHER = 2;

    /**
     * The sample whose real patch says where in the plane a sample lies: two after each other share
     * a place.
     */
    static int placedLike(int sample) {
        return sample / TOGETHER * TOGETHER;
    }

    /**
     * The distance of two batches, a scalar; gradients flow into {@code fake} only.
     *
     * @param real {@code [N, C, P, P]}, N at least 2
     * @param fake {@code [N, C, P, P]}, each at the phase that {@link #placedLike} says
     */
    public static Tensor distance(Tensor real, Tensor fake) {
        Tensor sum = Tensors.of(new float[] {0}, 1).sum();
        for (int side : SQUARES) {
            if (side <= real.size(2)) {
                sum = sum.add(ofAverages(averaged(real, side), averaged(fake, side)));
            }
        }
        return sum;
    }

    private static Tensor averaged(Tensor patches, int side) {
        return side == 1 ? patches : torch.avg_pool2d(patches, side);
    }

    private static Tensor ofAverages(Tensor real, Tensor fake) {
        Tensor first = each(fake, 0);
        Tensor second = each(fake, 1);
        Tensor there = each(real, 0);
        Tensor away = first.sub(there).abs().add(second.sub(there).abs());
        Tensor apart = away.sub(first.sub(second).abs()).mean();
        Tensor unit = there.sub(each(real, 1)).abs().mean().add(Tensors.scalar(1e-6));
        return apart.div(unit);
    }

    /** The first or second of every pair, {@code [N, ...] -> [N / 2, ...]}. */
    private static Tensor each(Tensor patches, int which) {
        long pairs = patches.size(0) / TOGETHER;
        return patches.narrow(0, 0, TOGETHER * pairs)
                .reshape(pairs, TOGETHER, patches.size(1), patches.size(2), patches.size(3))
                .select(1, which);
    }
}
