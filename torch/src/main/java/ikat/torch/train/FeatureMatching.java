package ikat.torch.train;

import ikat.torch.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * How far the statistics of the discriminator's features differ between a real and a fake batch:
 * the relative L1 distance of their Gram matrices (Gatys et al. 2015, eq. 3) and of their means,
 * summed over the layers.
 */
public final class FeatureMatching {

    private FeatureMatching() {}

    /**
     * The distance of two batches of one texture, a scalar of at least 0; gradients flow into
     * {@code fake} only.
     */
    public static Tensor ofBatches(List<Tensor> real, List<Tensor> fake) {
        return sum(real, fake, 1);
    }

    /** The mean distance of each fake patch from the real one beside it. */
    static Tensor ofSamples(List<Tensor> real, List<Tensor> fake) {
        return sum(real, fake, fake.get(0).size(0));
    }

    private static Tensor sum(List<Tensor> real, List<Tensor> fake, long groups) {
        Tensor sum = layer(real.get(0), fake.get(0), groups);
        for (int i = 1; i < fake.size(); i++) {
            sum = sum.add(layer(real.get(i), fake.get(i), groups));
        }
        return sum;
    }

    private static Tensor layer(Tensor real, Tensor fake, long groups) {
        Tensor realRows = rows(real.detach(), groups);
        Tensor fakeRows = rows(fake, groups);
        Tensor gram = relative(gram(realRows), gram(fakeRows));
        return gram.add(relative(realRows.mean(1), fakeRows.mean(1)));
    }

    /** {@code [groups, ...] -> []}. */
    private static Tensor relative(Tensor real, Tensor fake) {
        Tensor distance = fake.sub(real).abs().flatten(1, -1).sum(1);
        return distance.div(real.abs().flatten(1, -1).sum(1).add(Tensors.scalar(1e-6))).mean();
    }

    /** {@code [N, C, h, w] -> [groups, rows, C]}: a view where channels come last in memory. */
    private static Tensor rows(Tensor features, long groups) {
        return features.permute(0, 2, 3, 1).reshape(groups, -1, features.size(1));
    }

    /** {@code [groups, rows, C] -> [groups, C, C]}. */
    private static Tensor gram(Tensor rows) {
        return rows.transpose(1, 2).matmul(rows).div(Tensors.scalar(rows.size(1)));
    }
}
