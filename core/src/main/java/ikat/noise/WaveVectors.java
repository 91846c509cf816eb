package ikat.noise;

import ikat.model.ModelSpec;
import ikat.model.Weight;
import ikat.model.Weights;

/**
 * The wave vectors of one texture, in radians per cell: {@code K = K0 + MLP(z_global)} with one
 * hidden layer of ReLUs (PSGAN, arXiv 1705.06566, eq. 5), evaluated for one global vector.
 *
 * @param x component to the right of each wave
 * @param y component downwards of each wave
 */
public record WaveVectors(double[] x, double[] y) {

    /**
     * The wave vectors of a model for a global vector of {@code spec.noise().globalChannels()}
     * values.
     */
    public static WaveVectors of(ModelSpec spec, Weights weights, float[] global) {
        int waves = spec.noise().waves();
        double[] x = new double[waves];
        double[] y = new double[waves];
        if (waves > 0) {
            float[] base = weights.get("waves.base").values();
            float[] offset = spec.waveHidden() > 0 ? offset(weights, global) : new float[2 * waves];
            for (int w = 0; w < waves; w++) {
                x[w] = base[2 * w] + offset[2 * w];
                y[w] = base[2 * w + 1] + offset[2 * w + 1];
            }
        }
        return new WaveVectors(x, y);
    }

    private static float[] offset(Weights weights, float[] global) {
        float[] hidden = linear(weights, "waves.hidden", global);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        return linear(weights, "waves.out", hidden);
    }

    private static float[] linear(Weights weights, String layer, float[] input) {
        float[] matrix = weights.get(layer + ".weight").values();
        Weight bias = weights.get(layer + ".bias");
        float[] output = bias.values().clone();
        for (int row = 0; row < output.length; row++) {
            for (int column = 0; column < input.length; column++) {
                output[row] += matrix[row * input.length + column] * input[column];
            }
        }
        return output;
    }

    /** Number of waves. */
    public int count() {
        return x.length;
    }
}
