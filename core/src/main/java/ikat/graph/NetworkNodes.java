package ikat.graph;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.render.FoldedStage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The generator's nodes: a convolution, an activation and a pixel shuffle for each stage, with
 * batch norm folded into the convolution, and the colours. Activation and colours are computed
 * before the shuffle, where they follow a convolution directly and can be fused with it.
 */
final class NetworkNodes {

    /** Factor that maps [-1, 1] to 0 to 255. */
    private static final float HALF_LEVELS = 127.5f;

    private final GraphBuilder graph;
    private final ModelSpec spec;
    private final List<FoldedStage> stages;

    NetworkNodes(GraphBuilder graph, TextureModel model) {
        this.graph = graph;
        this.spec = model.spec();
        this.stages = FoldedStage.of(model);
    }

    /**
     * Adds a stage up to its activation.
     *
     * @param input {@code [N, in, h, w]}
     * @return {@code [N, s² out, h - k + 1, w - k + 1]}, in blocks
     */
    String convolved(int index, String input) {
        FoldedStage folded = stages.get(index);
        Stage stage = folded.stage();
        String name = "stages." + index;
        long kernel = stage.kernel();
        String weight =
                graph.constant(
                        name + ".weight",
                        folded.weight(),
                        stage.convolvedChannels(),
                        stage.inChannels(),
                        kernel,
                        kernel);
        String bias = graph.constant(name + ".bias", folded.bias(), folded.bias().length);
        String sums =
                graph.node(
                        name + ".convolved",
                        "Conv",
                        Map.of("kernel_shape", new long[] {kernel, kernel}),
                        input,
                        weight,
                        bias);
        boolean cut = stage.activation() == Activation.RELU;
        return graph.node(name + ".activated", cut ? "Relu" : "Tanh", sums);
    }

    /**
     * Lays blocks out.
     *
     * @param blocks of a stage or of its colours, {@code [N, s² C, h, w]}
     * @return {@code [N, C, s h, s w]}
     */
    String spread(int index, String blocks) {
        long scale = spec.stages().get(index).scale();
        return scale == 1
                ? blocks
                : graph.node(
                        "stages." + index + ".spread",
                        "DepthToSpace",
                        Map.of("blocksize", scale, "mode", "CRD"),
                        blocks);
    }

    /**
     * Adds noise to the channels that enter a stage.
     *
     * @param input {@code [N, C, h, w]}
     * @param noise {@code [N, D, h, w]}
     * @return {@code [N, C + D, h, w]}
     */
    String beside(int index, String input, String... noise) {
        String[] all = new String[noise.length + 1];
        all[0] = input;
        System.arraycopy(noise, 0, all, 1, noise.length);
        return graph.node("stages." + index + ".input", "Concat", Map.of("axis", 1L), all);
    }

    /** Maps blocks of the last stage to blocks of colours in [-1, 1]. */
    String colours(String blocks) {
        String colours = mixed(blocks, 1, 0);
        return graph.node(
                "colours.clipped",
                "Clip",
                colours,
                graph.constant("colours.least", new float[] {-1}),
                graph.constant("colours.most", new float[] {1}));
    }

    /** Maps blocks of the last stage to blocks of levels, whole numbers from 0 to 255. */
    String levels(String blocks) {
        // Values are rounded down by the cast, so half a level is added to round to the nearest.
        String levels = mixed(blocks, HALF_LEVELS, HALF_LEVELS + 0.5f);
        String clipped =
                graph.node(
                        "colours.clipped",
                        "Clip",
                        levels,
                        graph.constant("colours.least", new float[] {0}),
                        graph.constant("colours.most", new float[] {255}));
        Map<String, Object> bytes = Map.of("to", (long) TensorType.UINT8.number());
        return graph.node("colours.levels", "Cast", bytes, clipped);
    }

    /** The colour axes for each pixel of a block, as a 1x1 convolution. */
    private String mixed(String blocks, float factor, float more) {
        ColourAxes axes = spec.colour();
        int channels = axes.channels();
        int scale = spec.stages().get(spec.stages().size() - 1).scale();
        int pixels = scale * scale;
        int all = channels * pixels;
        float[] weight = new float[all * all];
        float[] bias = new float[all];
        Arrays.fill(bias, more);
        for (int row = 0; row < all; row++) {
            bias[row] += factor * axes.mean().get(row / pixels);
            for (int column = 0; column < channels; column++) {
                weight[row * all + column * pixels + row % pixels] =
                        factor * axes.axes().get(row / pixels * channels + column);
            }
        }
        return graph.node(
                "colours.mixed",
                "Conv",
                Map.of("kernel_shape", new long[] {1, 1}),
                blocks,
                graph.constant("colours.axes", weight, all, all, 1, 1),
                graph.constant("colours.mean", bias, all));
    }
}
