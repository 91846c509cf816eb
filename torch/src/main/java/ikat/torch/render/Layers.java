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
 * The convolutions of an engine. Their outputs are ordered by pixel of the block, then by channel,
 * whereas a model file, like the pixel shuffle, orders them by channel, then by pixel.
 */
public final class Layers implements AutoCloseable {

    /** Factor that maps [-1, 1] to 0 to 255. */
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
        // Values are rounded down later, so adding half a level rounds them to the nearest.
        this.levels = colours(axes, scale * scale, HALF_LEVELS, HALF_LEVELS + 0.5f);
    }

    /** The precision of the weights and of all values computed with them. */
    torch.ScalarType precision() {
        return precision;
    }

    /** The convolution of a stage to {@code s² out} channels. */
    public Convolution stage(int index) {
        return stages.get(index);
    }

    /** Maps blocks of network colours to blocks of colours in [-1, 1]. */
    Convolution colours() {
        return colours;
    }

    /** Maps blocks of network colours to blocks of levels, still to be clamped to 0 to 255. */
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

    /** The colour axes for each pixel of a block, as a 1x1 convolution. */
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
