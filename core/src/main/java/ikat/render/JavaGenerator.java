package ikat.render;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.render.RegionPlan.Crop;
import java.util.Arrays;
import java.util.List;

/** Reference engine in plain Java: nested loops, in the order of the equations. Thread-safe. */
final class JavaGenerator implements Generator {

    private final ModelSpec spec;
    private final List<FoldedStage> stages;

    JavaGenerator(TextureModel model) {
        this.spec = model.spec();
        this.stages = FoldedStage.of(model);
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public float[] generate(List<float[]> noise, RegionPlan plan) {
        return colours(spec.colour(), features(noise, plan, stages.size()));
    }

    @Override
    public float[] features(List<float[]> noise, RegionPlan plan, int count) {
        Plane plane = Plane.none(plan.cells());
        for (int i = 0; i < count; i++) {
            plane = run(stages.get(i), plane.beside(noise.get(i)), plan.crops().get(i));
            if (i + 1 < stages.size()) {
                plan.inside(spec, i + 1).ifPresent(plane::clearOutside);
            }
        }
        return plane.values;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public Generator onOneThread() {
        return this;
    }

    @Override
    public void close() {}

    /** Maps {@code [C, H, W]} network outputs to pixels in [-1, 1]. */
    private static float[] colours(ColourAxes axes, float[] output) {
        int channels = axes.channels();
        int size = output.length / channels;
        float[] pixels = new float[output.length];
        for (int row = 0; row < channels; row++) {
            float mean = axes.mean().get(row);
            Arrays.fill(pixels, row * size, (row + 1) * size, mean);
            for (int column = 0; column < channels; column++) {
                float factor = axes.axes().get(row * channels + column);
                for (int i = 0; i < size; i++) {
                    pixels[row * size + i] += factor * output[column * size + i];
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i]));
        }
        return pixels;
    }

    private static Plane run(FoldedStage folded, Plane in, Crop crop) {
        Stage stage = folded.stage();
        Plane out =
                new Plane(
                        new float[stage.outChannels() * crop.height() * crop.width()],
                        stage.outChannels(),
                        crop.height(),
                        crop.width());
        int scale = stage.scale();
        int at = 0;
        for (int c = 0; c < out.channels; c++) {
            for (int y = crop.top(); y < crop.top() + crop.height(); y++) {
                for (int x = crop.left(); x < crop.left() + crop.width(); x++) {
                    int row = (c * scale + y % scale) * scale + x % scale;
                    out.values[at++] =
                            activate(
                                    stage.activation(), dot(folded, row, in, y / scale, x / scale));
                }
            }
        }
        return out;
    }

    private static float dot(FoldedStage folded, int row, Plane in, int top, int left) {
        int kernel = folded.stage().kernel();
        double sum = folded.bias()[row];
        int tap = row * in.channels * kernel * kernel;
        for (int c = 0; c < in.channels; c++) {
            for (int dy = 0; dy < kernel; dy++) {
                int from = (c * in.height + top + dy) * in.width + left;
                for (int dx = 0; dx < kernel; dx++) {
                    sum += folded.weight()[tap++] * in.values[from + dx];
                }
            }
        }
        return (float) sum;
    }

    private static float activate(Activation activation, float value) {
        return activation == Activation.RELU ? Math.max(value, 0) : (float) Math.tanh(value);
    }

    /** A feature map, {@code [channels, height, width]}. */
    private record Plane(float[] values, int channels, int height, int width) {

        static Plane none(CellRegion region) {
            return new Plane(new float[0], 0, region.height(), region.width());
        }

        void clearOutside(Crop inside) {
            for (int i = 0; i < values.length; i++) {
                int x = i % width - inside.left();
                int y = i / width % height - inside.top();
                if (x < 0 || y < 0 || x >= inside.width() || y >= inside.height()) {
                    values[i] = 0;
                }
            }
        }

        Plane beside(float[] noise) {
            if (noise.length == 0) {
                return this;
            }
            float[] both = Arrays.copyOf(values, values.length + noise.length);
            System.arraycopy(noise, 0, both, values.length, noise.length);
            return new Plane(both, both.length / (height * width), height, width);
        }
    }
}
