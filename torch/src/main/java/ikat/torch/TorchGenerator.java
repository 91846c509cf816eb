package ikat.torch;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.render.FoldedStage;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The fast engine: batch norm folded, channels last in memory, on libtorch. For one thread at a
 * time.
 */
final class TorchGenerator implements Generator {

    private record Layer(Stage stage, Tensor weight, Tensor bias) {}

    private final ModelSpec spec;
    private final List<Layer> layers = new ArrayList<>();
    private final Tensor axes;
    private final Tensor mean;
    private final MemoryOrder order;

    TorchGenerator(TextureModel model, MemoryOrder order) {
        this.spec = model.spec();
        this.order = order;
        for (FoldedStage folded : FoldedStage.of(model)) {
            Stage stage = folded.stage();
            long[] shape = {
                stage.convolvedChannels(), stage.inChannels(), stage.kernel(), stage.kernel()
            };
            Tensor plain = Tensors.of(folded.weight(), shape);
            Tensor bias = Tensors.of(folded.bias(), stage.convolvedChannels());
            layers.add(new Layer(stage, order.arranged(plain), bias));
        }
        ColourAxes colour = spec.colour();
        int channels = colour.channels();
        this.axes = Tensors.of(Tensors.floats(colour.axes()), channels, channels, 1, 1);
        this.mean = Tensors.of(Tensors.floats(colour.mean()), channels);
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public float[] generate(List<float[]> noise, RegionPlan plan) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor x = entering(0, noise, plan);
            for (int i = 0; i < layers.size(); i++) {
                if (i > 0 && spec.noise().channelsInto(i) > 0) {
                    x = torch.cat(new TensorVector(x, entering(i, noise, plan)), 1);
                }
                x = run(layers.get(i), x, plan.crops().get(i));
            }
            Tensor pixels = convolve(x, axes, mean);
            return Tensors.values(
                    pixels.clamp_(
                            new ScalarOptional(Tensors.scalar(-1)),
                            new ScalarOptional(Tensors.scalar(1))));
        }
    }

    private Tensor entering(int stage, List<float[]> noise, RegionPlan plan) {
        CellRegion points = plan.inputs().get(stage);
        return order.arranged(
                Tensors.of(
                        noise.get(stage),
                        1,
                        spec.noise().channelsInto(stage),
                        points.height(),
                        points.width()));
    }

    private static Tensor run(Layer layer, Tensor input, Crop crop) {
        Tensor x =
                convolve(input, layer.weight(), layer.bias()); // [1, out s², h - k + 1, w - k + 1]
        boolean relu = layer.stage().activation() == Activation.RELU;
        x = relu ? x.relu_() : x.tanh_();
        if (layer.stage().scale() > 1) {
            x =
                    torch.pixel_shuffle(
                            x, layer.stage().scale()); // [1, out, s (h - k + 1), s (w - k + 1)]
        }
        return x.narrow(2, crop.top(), crop.height()).narrow(3, crop.left(), crop.width());
    }

    private static Tensor convolve(Tensor input, Tensor weight, Tensor bias) {
        return torch.conv2d(
                input,
                weight,
                Tensors.optional(bias),
                new long[] {1, 1},
                new long[] {0, 0},
                new long[] {1, 1},
                1);
    }

    @Override
    public void close() {
        for (Layer layer : layers) {
            layer.weight().close();
            layer.bias().close();
        }
        axes.close();
        mean.close();
    }
}
