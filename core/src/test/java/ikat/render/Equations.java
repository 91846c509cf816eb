package ikat.render;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.noise.CellRegion;
import ikat.render.RegionPlan.Crop;
import java.util.List;

/**
 * The generator as the equations have it, step by step, with nothing folded into anything: what
 * engines are held against. Planes are {@code [channel][row][column]}.
 */
public final class Equations {

    private static final double EPSILON = 1e-5; // of batch norm, as in the published networks

    private Equations() {}

    /** Pixels {@code [colours, height, width]} in [-1, 1]. */
    public static float[] pixels(TextureModel model, List<float[]> noise, RegionPlan plan) {
        double[][][] x = planes(model, noise, plan, model.spec().stages().size());
        ColourAxes axes = model.spec().colour();
        double[][][] pixels = new double[x.length][x[0].length][x[0][0].length];
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < pixels[row].length; i++) {
                for (int j = 0; j < pixels[row][i].length; j++) {
                    double colour = axes.mean().get(row);
                    for (int column = 0; column < x.length; column++) {
                        colour += axes.axes().get(row * x.length + column) * x[column][i][j];
                    }
                    pixels[row][i][j] = Math.max(-1, Math.min(1, colour));
                }
            }
        }
        return flat(pixels);
    }

    /** What the first stages put out, {@code [channels, height, width]}. */
    public static float[] features(
            TextureModel model, List<float[]> noise, RegionPlan plan, int stages) {
        return flat(planes(model, noise, plan, stages));
    }

    private static double[][][] planes(
            TextureModel model, List<float[]> noise, RegionPlan plan, int stages) {
        double[][][] x = {};
        for (int i = 0; i < stages; i++) {
            x = beside(x, noise.get(i), plan.inputs().get(i));
            x = convolved(model, i, x, plan.crops().get(i));
            if (model.spec().stages().get(i).normalised()) {
                normalise(
                        model,
                        i,
                        x,
                        weight(model, i, "norm.running_mean").values(),
                        weight(model, i, "norm.running_var").values());
            }
            activate(model.spec().stages().get(i).activation(), x);
        }
        return x;
    }

    /** Channels of noise, {@code [C, h, w]}, after those that are there. */
    public static double[][][] beside(double[][][] x, float[] noise, CellRegion region) {
        int more = noise.length / region.cells();
        double[][][] both = java.util.Arrays.copyOf(x, x.length + more);
        for (int c = 0; c < more; c++) {
            double[][] plane = new double[region.height()][region.width()];
            for (int i = 0; i < plane.length; i++) {
                for (int j = 0; j < plane[i].length; j++) {
                    plane[i][j] = noise[(c * plane.length + i) * plane[i].length + j];
                }
            }
            both[x.length + c] = plane;
        }
        return both;
    }

    /** The convolution of a stage, the pixel shuffle, and the window that is kept. */
    public static double[][][] convolved(TextureModel model, int index, double[][][] x, Crop crop) {
        Stage stage = model.spec().stages().get(index);
        int s = stage.scale();
        double[][][] kept = new double[stage.outChannels()][crop.height()][crop.width()];
        for (int c = 0; c < kept.length; c++) {
            for (int i = 0; i < crop.height(); i++) {
                for (int j = 0; j < crop.width(); j++) {
                    int row = i + crop.top();
                    int column = j + crop.left();
                    int out = c * s * s + row % s * s + column % s;
                    kept[c][i][j] = sum(model, index, out, x, row / s, column / s);
                }
            }
        }
        return kept;
    }

    /** {@code b[o] + sum over c, a, b of w[o][c][a][b] x[c][i + a][j + b]}. */
    private static double sum(
            TextureModel model, int index, int out, double[][][] x, int i, int j) {
        Stage stage = model.spec().stages().get(index);
        int k = stage.kernel();
        float[] w = weight(model, index, "weight").values();
        double sum = stage.normalised() ? 0 : weight(model, index, "bias").values()[out];
        for (int c = 0; c < x.length; c++) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    sum += w[((out * x.length + c) * k + a) * k + b] * x[c][i + a][j + b];
                }
            }
        }
        return sum;
    }

    /** {@code γ (x - μ) / √(σ² + ε) + β} (Ioffe and Szegedy 2015, algorithm 1). */
    public static void normalise(
            TextureModel model, int index, double[][][] x, float[] mean, float[] variance) {
        float[] gamma = weight(model, index, "norm.weight").values();
        float[] beta = weight(model, index, "norm.bias").values();
        for (int c = 0; c < x.length; c++) {
            double deviation = Math.sqrt(variance[c] + EPSILON);
            for (double[] row : x[c]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = gamma[c] * (row[j] - mean[c]) / deviation + beta[c];
                }
            }
        }
    }

    /** ReLU or tanh of every value. */
    public static void activate(Activation activation, double[][][] x) {
        for (double[][] plane : x) {
            for (double[] row : plane) {
                for (int j = 0; j < row.length; j++) {
                    row[j] =
                            switch (activation) {
                                case RELU -> row[j] > 0 ? row[j] : 0;
                                case TANH -> Math.tanh(row[j]);
                            };
                }
            }
        }
    }

    private static Weight weight(TextureModel model, int stage, String name) {
        return model.weights().get("stages." + stage + "." + name);
    }

    private static float[] flat(double[][][] x) {
        float[] flat = new float[x.length * x[0].length * x[0][0].length];
        int at = 0;
        for (double[][] plane : x) {
            for (double[] row : plane) {
                for (double value : row) {
                    flat[at++] = (float) value;
                }
            }
        }
        return flat;
    }
}
