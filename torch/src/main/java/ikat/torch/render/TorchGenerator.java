package ikat.torch.render;

import ikat.model.Activation;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.render.Generator;
import ikat.render.PictureArea;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import ikat.torch.Tensors;
import ikat.torch.Threads;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The fast engine, on libtorch. Batch norm is folded into the convolutions and tensors are stored
 * channels-last. Each stage convolves to the channels of a whole block, ordered by pixel, so that a
 * single copy lays the block out in the next stage's input, beside the waves that enter there.
 * Colours and 8-bit levels are computed from blocks as well, by one more convolution.
 */
public final class TorchGenerator implements Generator {

    private final ModelSpec spec;
    private final Layers layers;
    private final int threads;
    private final boolean owner;

    public TorchGenerator(TextureModel model, int threads) {
        this(model, threads, torch.ScalarType.Float);
    }

    /** Creates an engine that computes in the given precision. */
    public TorchGenerator(TextureModel model, int threads, torch.ScalarType precision) {
        this(model.spec(), new Layers(model, precision), threads, true);
    }

    private TorchGenerator(ModelSpec spec, Layers layers, int threads, boolean owner) {
        this.spec = spec;
        this.layers = layers;
        this.threads = threads;
        this.owner = owner;
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Generator onOneThread() {
        return new TorchGenerator(spec, layers, 1, false);
    }

    @Override
    public float[] generate(List<float[]> noise, RegionPlan plan) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard();
                Threads.Scope running = Threads.use(threads)) {
            Blocks colours = blocks(noise, plan).through(layers.colours());
            Tensor pixels = colours.cut(plan.crops().get(plan.crops().size() - 1));
            pixels = pixels.permute(2, 0, 1).clamp(Tensors.bound(-1), Tensors.bound(1));
            return Tensors.values(pixels); // [colours, height, width]
        }
    }

    @Override
    public void paint(List<float[]> noise, RegionPlan plan, PictureArea picture) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard();
                Threads.Scope running = Threads.use(threads)) {
            Blocks levels = blocks(noise, plan).through(layers.levels());
            levels.paint(plan.crops().get(plan.crops().size() - 1), picture);
        }
    }

    @Override
    public float[] features(List<float[]> noise, RegionPlan plan, int stages) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard();
                Threads.Scope running = Threads.use(threads)) {
            Blocks blocks = blocks(noise, plan, stages);
            return Tensors.values(blocks.cut(plan.crops().get(stages - 1)).permute(2, 0, 1));
        }
    }

    /** The output of the last stage, in the network's own colours. */
    private Blocks blocks(List<float[]> noise, RegionPlan plan) {
        return blocks(noise, plan, spec.stages().size());
    }

    private Blocks blocks(List<float[]> noise, RegionPlan plan, int stages) {
        Tensor input = Tensors.channelsLast(entering(0, noise, plan));
        for (int i = 0; ; i++) {
            Stage stage = spec.stages().get(i);
            Tensor x = layers.stage(i).apply(input); // [1, s² out, h - k + 1, w - k + 1]
            x = stage.activation() == Activation.RELU ? x.relu_() : x.tanh_();
            Blocks blocks = new Blocks(x, stage.scale(), stage.outChannels());
            if (i == stages - 1) {
                return blocks;
            }
            input =
                    spec.noise().channelsInto(i + 1) == 0
                            ? blocks.spread(plan.crops().get(i))
                            : blocks.spread(plan.crops().get(i), entering(i + 1, noise, plan));
            Optional<Crop> inside = plan.inside(spec, i + 1);
            if (inside.isPresent()) {
                input = bordered(input, inside.get());
            }
        }
    }

    /** {@code [1, C, h, w]} with zeros outside a window. */
    private static Tensor bordered(Tensor input, Crop inside) {
        long right = input.size(3) - inside.left() - inside.width();
        long bottom = input.size(2) - inside.top() - inside.height();
        Tensor kept =
                input.narrow(2, inside.top(), inside.height())
                        .narrow(3, inside.left(), inside.width());
        long[] around = {inside.left(), right, inside.top(), bottom};
        return Tensors.channelsLast(torch.constant_pad_nd(kept, around, Tensors.scalar(0)));
    }

    private Tensor entering(int stage, List<float[]> noise, RegionPlan plan) {
        CellRegion points = plan.inputs().get(stage);
        int channels = spec.noise().channelsInto(stage);
        Tensor values = Tensors.of(noise.get(stage), 1, channels, points.height(), points.width());
        return values.to(layers.precision());
    }

    @Override
    public void close() {
        if (owner) {
            layers.close();
        }
    }
}
