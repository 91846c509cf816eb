package ikat.lab.gram;

import ikat.lab.gram.FeatureNetwork.Term;
import ikat.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * VGG-19 with average pooling, with features taken at conv1_1 and the first four pooling layers
 * (Gatys et al. 2015, arXiv 1505.07376, section 4). Its convolutions pad with zeros, as in
 * training.
 */
public final class Vgg19 implements FeatureNetwork {

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f}; // of ImageNet, values in [0, 1]
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final int COLOURS = 3;

    private record Layer(int block, Tensor weight, Tensor bias) {}

    private final List<Layer> layers = new ArrayList<>();
    private final Tensor scale;
    private final Tensor shift;
    private final int threads;

    /** Builds the network from its weights. */
    public Vgg19(Vgg19Weights weights, int threads) {
        this.threads = threads;
        for (Vgg19Weights.Layer layer : weights.layers()) {
            layers.add(
                    new Layer(
                            layer.block(),
                            Tensors.of(
                                    layer.weight().values(), Tensors.longs(layer.weight().shape())),
                            Tensors.of(
                                    layer.bias().values(), Tensors.longs(layer.bias().shape()))));
        }
        float[] scales = new float[COLOURS];
        float[] shifts = new float[COLOURS];
        for (int c = 0; c < COLOURS; c++) {
            scales[c] = 0.5f / DEVIATION[c];
            shifts[c] = (0.5f - MEAN[c]) / DEVIATION[c];
        }
        this.scale = Tensors.of(scales, 1, COLOURS, 1, 1);
        this.shift = Tensors.of(shifts, 1, COLOURS, 1, 1);
    }

    @Override
    public List<Term> terms(Tensor exemplar) {
        return List.of(new LayeredTerm(exemplar));
    }

    @Override
    public int threads() {
        return threads;
    }

    /**
     * The feature maps {@code [1, features, h, w]} of the layers used.
     *
     * @param picture {@code [1, C, H, W]}, C 1 or 3
     */
    List<Tensor> maps(Tensor picture) {
        List<Tensor> maps = new ArrayList<>();
        Tensor x = picture.expand(1, COLOURS, -1, -1).mul(scale).add(shift);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            x = convolved(layer, x);
            if (i == 0) {
                maps.add(x); // conv1_1
            }
            if (i + 1 == layers.size() || layers.get(i + 1).block() > layer.block()) {
                x = torch.avg_pool2d(x, 2); // [1, out, h / 2, w / 2]
                maps.add(x); // pool1 to pool4
            }
        }
        return maps;
    }

    private static Tensor convolved(Layer layer, Tensor x) {
        return torch.conv2d(
                        x,
                        layer.weight(),
                        Tensors.optional(layer.bias()),
                        new long[] {1, 1},
                        new long[] {1, 1},
                        new long[] {1, 1},
                        1)
                .relu_();
    }

    /** {@code [1, C, h, w] -> [C, C]}, the mean over all positions. */
    static Tensor gram(Tensor map) {
        Tensor rows = map.flatten(2, 3).squeeze(0); // [C, h w]
        return rows.matmul(rows.t()).div(Tensors.scalar(rows.size(1)));
    }

    @Override
    public void close() {
        for (Layer layer : layers) {
            layer.weight().close();
            layer.bias().close();
        }
        scale.close();
        shift.close();
    }

    /** The Gram matrices of consecutive layers, differentiated by libtorch. */
    private final class LayeredTerm implements Term {

        private final List<Tensor> targets = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        LayeredTerm(Tensor exemplar) {
            try (NoGradGuard guard = new NoGradGuard()) {
                for (Tensor map : maps(exemplar)) {
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
                List<Tensor> maps = maps(leaf);
                Tensor loss = distance(maps.get(0), 0);
                for (int i = 1; i < maps.size(); i++) {
                    loss = loss.add(distance(maps.get(i), i));
                }
                loss.backward();
                gradient.add_(leaf.grad());
                return loss.item_float();
            }
        }

        private Tensor distance(Tensor map, int i) {
            Tensor difference = gram(map).sub(targets.get(i));
            return difference.square().sum().mul(Tensors.scalar(weights.get(i)));
        }

        @Override
        public void close() {
            targets.forEach(Tensor::close);
        }
    }
}
