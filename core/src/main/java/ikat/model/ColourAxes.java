package ikat.model;

import ikat.text.Checks;
import java.util.List;

/**
 * Affine map from network output to colour: {@code pixel = mean + axes · output}, with pixels
 * clamped to [-1, 1]. The axes are the principal axes of the exemplar's colours, each scaled so
 * that the exemplar spans [-1, 1] along it. A network error along an axis of low variance then
 * stays small in the picture.
 *
 * @param mean one entry per colour channel (1 or 3)
 * @param axes row-major {@code [channels, channels]}
 */
public record ColourAxes(List<Float> mean, List<Float> axes) {

    private static final double RIDGE = 1e-9; // of the trace

    public ColourAxes {
        mean = Checks.copy("mean", mean);
        axes = Checks.copy("axes", axes);
        if (mean.size() != 1 && mean.size() != 3) {
            throw new IllegalArgumentException(
                    "colour channels are " + mean.size() + ", but must be 1 or 3");
        }
        if (axes.size() != mean.size() * mean.size()) {
            throw new IllegalArgumentException(
                    "colour axes have %s entries, but must have %s"
                            .formatted(axes.size(), mean.size() * mean.size()));
        }
        for (List<Float> part : List.of(mean, axes)) {
            if (!part.stream().allMatch(Float::isFinite)) {
                throw new IllegalArgumentException(
                        "colour axes hold a value that is not finite: " + part);
            }
        }
    }

    /** The identity map. */
    public static ColourAxes identity(int channels) {
        return channels == 1
                ? new ColourAxes(List.of(0f), List.of(1f))
                : new ColourAxes(List.of(0f, 0f, 0f), List.of(1f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 1f));
    }

    /** The colour of an output, before it is clamped to [-1, 1]. */
    public double[] pixel(double[] output) {
        int n = channels();
        double[] pixel = new double[n];
        for (int row = 0; row < n; row++) {
            pixel[row] = mean.get(row);
            for (int i = 0; i < n; i++) {
                pixel[row] += axes.get(row * n + i) * output[i];
            }
        }
        return pixel;
    }

    /**
     * The output that has a colour. Where axes have no length or are parallel, of all outputs whose
     * colour is nearest, one near zero.
     */
    public double[] output(double[] pixel) {
        int n = channels();
        // ridge regression: (AᵀA + εI)⁻¹ Aᵀ (pixel - mean)
        double[][] system = new double[n][n + 1];
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int row = 0; row < n; row++) {
                double axis = axes.get(row * n + i);
                for (int j = 0; j < n; j++) {
                    system[i][j] += axis * axes.get(row * n + j);
                }
                system[i][n] += axis * (pixel[row] - mean.get(row));
            }
            trace += system[i][i];
        }
        for (int i = 0; i < n; i++) {
            system[i][i] += RIDGE * trace + Double.MIN_NORMAL;
        }
        return solved(system);
    }

    /** Solves a positive definite system, given with its right side as the last column. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int i = 0; i < n; i++) {
            for (int row = 0; row < n; row++) {
                double factor = row == i ? 0 : system[row][i] / system[i][i];
                for (int j = i; j <= n; j++) {
                    system[row][j] -= factor * system[i][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    public int channels() {
        return mean.size();
    }
}
