package ikat.benchmarks;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.model.Activation;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.noise.NoiseField;
import ikat.render.PictureArea;
import ikat.render.RegionPlan;
import ikat.torch.Tensors;
import ikat.torch.Threads;
import ikat.torch.render.Blocks;
import ikat.torch.render.Layers;
import ikat.torch.render.TorchGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Where each millisecond of a 512x512 frame goes: {@link TorchGenerator}'s operations one by one,
 * medians over many frames.
 *
 * <pre>{@code benchmarks/run FrameProfile gallery/honeycomb.safetensors}</pre>
 */
public final class FrameProfile {

    private static final int SIDE = 512;
    private static final int WARM_UP = 30;
    private static final int FRAMES = 100;

    private final TextureModel model;
    private final ModelSpec spec;
    private final Layers layers;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private final Pixels picture = Pixels.empty(SIDE, SIDE, 3);
    private long last;

    private FrameProfile(TextureModel model) {
        this.model = model;
        this.spec = model.spec();
        this.layers = new Layers(model, org.bytedeco.pytorch.global.torch.ScalarType.Float);
    }

    /** Profiles a model file on all cores. */
    public static void main(String[] arguments) throws IOException {
        FrameProfile profile = new FrameProfile(TextureModel.read(Path.of(arguments[0])));
        NoiseField field = NoiseField.endless(profile.model, 1);
        try (Threads.Scope running = Threads.use(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < WARM_UP + FRAMES; i++) {
                if (i == WARM_UP) {
                    profile.times.clear();
                }
                profile.frame(field, i);
            }
        }
        profile.print();
    }

    private void frame(NoiseField field, long index) {
        RegionPlan plan = RegionPlan.inBlocks(spec, new PixelRegion(SIDE * index, 0, SIDE, SIDE));
        last = System.nanoTime();
        List<float[]> noise = field.samples(plan.inputs());
        mark("noise field");
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor input = Tensors.channelsLast(entering(0, noise, plan));
            for (int i = 0; i < spec.stages().size(); i++) {
                Stage stage = spec.stages().get(i);
                String name = "stage " + i + ", ";
                Tensor x = layers.stage(i).apply(input);
                mark(name + "convolution " + input.size(1) + " to " + x.size(1) + " channels");
                x = stage.activation() == Activation.RELU ? x.relu_() : x.tanh_();
                mark(name + (stage.activation() == Activation.RELU ? "ReLU" : "tanh"));
                Blocks blocks = new Blocks(x, stage.scale(), stage.outChannels());
                if (i < spec.stages().size() - 1) {
                    input = next(i, blocks, noise, plan);
                    mark(name + "blocks laid out, waves beside them");
                } else {
                    Blocks levels = blocks.through(layers.levels());
                    mark("colours and levels");
                    levels.paint(plan.crops().get(i), new PictureArea(picture, 0, 0, SIDE, SIDE));
                    mark("to 8 bits and into the picture");
                }
            }
        }
        mark("memory given back");
    }

    private Tensor next(int stage, Blocks blocks, List<float[]> noise, RegionPlan plan) {
        return spec.noise().channelsInto(stage + 1) == 0
                ? blocks.spread(plan.crops().get(stage))
                : blocks.spread(plan.crops().get(stage), entering(stage + 1, noise, plan));
    }

    private Tensor entering(int stage, List<float[]> noise, RegionPlan plan) {
        CellRegion points = plan.inputs().get(stage);
        int channels = spec.noise().channelsInto(stage);
        return Tensors.of(noise.get(stage), 1, channels, points.height(), points.width());
    }

    private void mark(String part) {
        double milliseconds = (System.nanoTime() - last) / 1e6;
        times.computeIfAbsent(part, any -> new ArrayList<>()).add(milliseconds);
        last = System.nanoTime();
    }

    private void print() {
        double sum = 0;
        for (Map.Entry<String, List<Double>> part : times.entrySet()) {
            double median = part.getValue().stream().sorted().toList().get(FRAMES / 2);
            sum += median;
            System.out.printf("%-48s %6.2f ms%n", part.getKey(), median);
        }
        System.out.printf("%-48s %6.2f ms%n", "together", sum);
    }
}
