package ikat.lab.gram;

import ikat.model.ColourAxes;
import java.util.SplittableRandom;

/**
 * Random filters of one size, to be laid on a picture's colours as they are.
 *
 * @param weight {@code [features, channels, kernel, kernel]}
 * @param bias {@code [features]}, such that the mean colour gives 0
 * @param channels colour channels
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record FilterWeights(float[] weight, float[] bias, int channels) {

    /**
     * Draws filters uniformly with mean 0 and a deviation of {@code sqrt(2 / inputs)} (He et al.
     * 2015), on colours as seen along the axes.
     */
    static FilterWeights draw(
            ColourAxes colours, int features, int kernel, SplittableRandom random) {
        int channels = colours.channels();
        int area = kernel * kernel;
        double bound = Math.sqrt(6.0 / (channels * area));
        double[][] inverse = inverse(colours);
        float[] weight = new float[features * channels * area];
        float[] bias = new float[features];
        for (int f = 0; f < features; f++) {
            for (int axis = 0; axis < channels; axis++) {
                for (int tap = 0; tap < area; tap++) {
                    double drawn = random.nextDouble(-bound, bound);
                    for (int c = 0; c < channels; c++) {
                        double share = drawn * inverse[axis][c];
                        weight[(f * channels + c) * area + tap] += (float) share;
                        bias[f] -= (float) (share * colours.mean().get(c));
                    }
                }
            }
        }
        return new FilterWeights(weight, bias, channels);
    }

    /** From colour to the axes: these are at right angles, each with a length of its own. */
    private static double[][] inverse(ColourAxes colours) {
        int channels = colours.channels();
        double[][] inverse = new double[channels][channels];
        for (int axis = 0; axis < channels; axis++) {
            double square = 0;
            for (int c = 0; c < channels; c++) {
                square += Math.pow(colours.axes().get(c * channels + axis), 2);
            }
            for (int c = 0; c < channels; c++) {
                inverse[axis][c] = colours.axes().get(c * channels + axis) / square;
            }
        }
        return inverse;
    }
}
