package ikat.torch;

import ikat.torch.Discriminator.Verdict;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * How far the statistics of the discriminator's features differ between a real and a fake batch:
 * the relative L1 distance of their Gram matrices (Gatys et al. 2015, eq. 3) and of their means,
 * summed over the layers.
 */
final class FeatureMatching {

    private FeatureMatching() {}

    /** The distance, a scalar of at least 0; gradients flow into {@code fake} only. */
    static Tensor distance(Verdict real, Verdict fake) {
        List<Tensor> fakes = fake.features();
        Tensor sum = layer(real.features().get(0), fakes.get(0));
        for (int i = 1; i < fakes.size(); i++) {
            sum = sum.add(layer(real.features().get(i), fakes.get(i)));
        }
        return sum;
    }

    private static Tensor layer(Tensor real, Tensor fake) {
        Tensor realRows = rows(real.detach());
        Tensor fakeRows = rows(fake);
        Tensor gram = relative(gram(realRows), gram(fakeRows));
        return gram.add(relative(realRows.mean(0), fakeRows.mean(0)));
    }

    private static Tensor relative(Tensor real, Tensor fake) {
        return fake.sub(real).abs().sum().div(real.abs().sum().add(Tensors.scalar(1e-6)));
    }

    /** {@code [N, C, h, w] -> [N h w, C]}: a view where channels come last in memory. */
    private static Tensor rows(Tensor features) {
        return features.permute(0, 2, 3, 1).reshape(-1, features.size(1));
    }

    /** {@code [rows, C] -> [C, C]}. */
    private static Tensor gram(Tensor rows) {
        return rows.t().matmul(rows).div(Tensors.scalar(rows.size(0)));
    }
}
