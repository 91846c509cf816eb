package ikat.lab.gram;

import ikat.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** The Gram matrices of layers that feed each other, differentiated by libtorch. */
final class LayeredTerm implements GramTerm {

    private final Function<Tensor, List<Tensor>> network;
    private final List<Tensor> targets = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /**
     * Describes an exemplar.
     *
     * @param network from a picture to maps {@code [1, features, h, w]}
     */
    LayeredTerm(Function<Tensor, List<Tensor>> network, Tensor exemplar) {
        this.network = network;
        try (NoGradGuard guard = new NoGradGuard()) {
            for (Tensor map : network.apply(exemplar)) {
                Tensor target = gram(map);
                targets.add(target);
                double square = target.square().sum().item_float();
                weights.add(1 / Math.max(square, Float.MIN_NORMAL));
            }
        }
    }

    @Override
    public int layers() {
        return targets.size();
    }

    @Override
    public double at(Tensor picture, Tensor gradient) {
        try (PointerScope scope = new PointerScope()) {
            Tensor leaf = picture.detach();
            leaf.set_requires_grad(true);
            List<Tensor> maps = network.apply(leaf);
            Tensor loss = distance(maps, 0);
            for (int i = 1; i < maps.size(); i++) {
                loss = loss.add(distance(maps, i));
            }
            loss.backward();
            gradient.add_(leaf.grad());
            return loss.item_float();
        }
    }

    private Tensor distance(List<Tensor> maps, int i) {
        Tensor difference = gram(maps.get(i)).sub(targets.get(i));
        return difference.square().sum().mul(Tensors.scalar(weights.get(i)));
    }

    /** {@code [1, C, h, w] -> [C, C]}, the mean over all places. */
    private static Tensor gram(Tensor map) {
        Tensor rows = map.flatten(2, 3).squeeze(0); // [C, h w]
        return rows.matmul(rows.t()).div(Tensors.scalar(rows.size(1)));
    }

    @Override
    public void close() {
        targets.forEach(Tensor::close);
    }
}
