package ikat.render;

import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage whose batch norm is folded into the convolution. With frozen population statistics the
 * norm is affine, so {@code weight' = weight γ/√(σ² + ε)} and {@code bias' = β - μ γ/√(σ² + ε)}
 * (Ioffe and Szegedy 2015, section 3.1).
 *
 * @param stage the shape of the stage
 * @param weight {@code [out scale², in, kernel, kernel]}
 * @param bias {@code [out scale²]}
 */
public record FoldedStage(Stage stage, float[] weight, float[] bias) {

    /** The ε of every batch norm. */
    public static final double EPSILON = 1e-5;

    /** All stages of a model, from coarse to fine. */
    public static List<FoldedStage> of(TextureModel model) {
        List<FoldedStage> folded = new ArrayList<>();
        for (int i = 0; i < model.spec().stages().size(); i++) {
            folded.add(fold(model.spec().stages().get(i), "stages." + i, model.weights()));
        }
        return folded;
    }

    private static FoldedStage fold(Stage stage, String name, Weights weights) {
        float[] weight = weights.get(name + ".weight").values();
        if (!stage.normalised()) {
            return new FoldedStage(stage, weight, weights.get(name + ".bias").values());
        }
        float[] gamma = weights.get(name + ".norm.weight").values();
        float[] beta = weights.get(name + ".norm.bias").values();
        float[] mean = weights.get(name + ".norm.running_mean").values();
        float[] variance = weights.get(name + ".norm.running_var").values();
        float[] folded = new float[weight.length];
        float[] bias = new float[stage.convolvedChannels()];
        int taps = weight.length / bias.length;
        int block = stage.scale() * stage.scale();
        for (int row = 0; row < bias.length; row++) {
            int channel = row / block;
            double gain = gamma[channel] / Math.sqrt(variance[channel] + EPSILON);
            bias[row] = (float) (beta[channel] - mean[channel] * gain);
            for (int t = row * taps; t < (row + 1) * taps; t++) {
                folded[t] = (float) (weight[t] * gain);
            }
        }
        return new FoldedStage(stage, folded, bias);
    }
}
