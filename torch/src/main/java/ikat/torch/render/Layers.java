package ikat.torch.render;

import ikat.model.ColourAxes;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.render.FoldedStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/**
 * The convolutions of an engine, with the channels of each pixel of a block beside each other: a
 * model file has, as the pixel shuffle does, the pixels of each channel beside each other.
 */
public final class Layers implements AutoCloseable {

    /** From [-1, 1] to 0 to 255. */
    private static final float HALF_LEVELS = 127.5f;

    private final torch.ScalarType precision;
    private final List<Convolution> stages = new ArrayList<>();
    private final Convolution colours;
    private final Convolution levels;

    public Layers(TextureModel model, torch.ScalarType precision) {
        this.precision = precision;
        for (FoldedStage folded : FoldedStage.of(model)) {
            stages.add(stage(folded));
        }
        List<Stage> shapes = model.spec().stages();
        int scale = shapes.get(shapes.size() - 1).scale();
        ColourAxes axes = model.spec().colour();
        this.colours = colours(axes, scale * scale, 1, 0);
        // What is cut off below the next whole number is rounded, half a level more.
        this.levels = colours(axes, scale * scale, HALF_LEVELS, HALF_LEVELS + 0.5f);
    }

    /** Of weights and of what is computed with them. */
    torch.ScalarType precision() {
        return precision;
    }

    /** The convolution of a stage to {@code s² out} channels. */
    public Convolution stage(int index) {
        return stages.get(index);
    }

    /** From blocks of network colours to blocks of colours in [-1, 1]. */
    Convolution colours() {
        return colours;
    }

    /** From blocks of network colours to blocks of levels, to be cut off to 0 to 255. */
    public Convolution levels() {
        return levels;
    }

    private Convolution stage(FoldedStage folded) {
        Stage stage = folded.stage();
        int pixels = stage.scale() * stage.scale();
        int taps = folded.weight().length / folded.bias().length;
        float[] weight = new float[folded.weight().length];
        float[] bias = new float[folded.bias().length];
        for (int channel = 0; channel < stage.outChannels(); channel++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int from = channel * pixels + pixel;
                int to = pixel * stage.outChannels() + channel;
                bias[to] = folded.bias()[from];
                System.arraycopy(folded.weight(), from * taps, weight, to * taps, taps);
            }
        }
        return Convolution.of(weight, bias, stage.inChannels(), stage.kernel(), precision);
    }

    /** The colour axes for each pixel of a block, as a convolution of single points. */
    private Convolution colours(ColourAxes axes, int pixels, float factor, float more) {
        int channels = axes.channels();
        int all = pixels * channels;
        float[] weight = new float[all * all];
        float[] bias = new float[all];
        Arrays.fill(bias, more);
        for (int row = 0; row < all; row++) {
            bias[row] += factor * axes.mean().get(row % channels);
            for (int column = 0; column < channels; column++) {
                int from = row / channels * channels + column;
                weight[row * all + from] =
                        factor * axes.axes().get(row % channels * channels + column);
            }
        }
        return Convolution.of(weight, bias, all, 1, precision);
    }

    @Override
    public void close() {
        stages.forEach(Convolution::close);
        colours.close();
        levels.close();
    }
}
