package ikat.lab.gram;

import ikat.model.ColourAxes;
import ikat.torch.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Random filters of one size, as a matrix that is applied at every position. */
final class Filters implements AutoCloseable {

    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final int kernel;
    private final Tensor weight;
    private final Tensor bias;

    /**
     * Draws filters from a uniform distribution of mean 0 and standard deviation {@code sqrt(2 /
     * inputs)} (He et al. 2015) over colours in the coordinates of the axes. The bias maps the mean
     * colour to 0.
     *
     * @param kernel side in pixels
     */
    Filters(ColourAxes colours, int features, int kernel, SplittableRandom random) {
        this.kernel = kernel;
        int channels = colours.channels();
        int area = kernel * kernel;
        double bound = Math.sqrt(6.0 / (channels * area));
        double[][] inverse = inverse(colours);
        float[] weights = new float[features * channels * area];
        float[] biases = new float[features];
        for (int f = 0; f < features; f++) {
            for (int axis = 0; axis < channels; axis++) {
                for (int tap = 0; tap < area; tap++) {
                    double drawn = random.nextDouble(-bound, bound);
                    for (int c = 0; c < channels; c++) {
                        double share = drawn * inverse[axis][c];
                        weights[(f * channels + c) * area + tap] += (float) share;
                        biases[f] -= (float) (share * colours.mean().get(c));
                    }
                }
            }
        }
        weight = Tensors.of(weights, features, (long) channels * area);
        bias = Tensors.of(biases, features, 1);
    }

    /**
     * The matrix from colours to coordinates on the axes, which are orthogonal but not of unit
     * length.
     */
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

    int kernel() {
        return kernel;
    }

    long features() {
        return weight.size(0);
    }

    /** {@code [1, C, h, w] -> [features, (h - k + 1) (w - k + 1)]}, rectified. */
    Tensor features(Tensor picture) {
        long[] side = {kernel, kernel};
        Tensor places = torch.im2col(picture, side, ONE, NONE, ONE).squeeze(0);
        return weight.matmul(places).add_(bias).relu_();
    }

    /**
     * The gradient with respect to the picture.
     *
     * @param features result of {@link #features} for the picture
     * @param gradient with respect to the features
     * @param height of the picture
     * @param width of the picture
     * @return {@code [1, C, h, w]}
     */
    Tensor back(Tensor features, Tensor gradient, long height, long width) {
        long[] side = {kernel, kernel};
        Tensor passed = torch.threshold_backward(gradient, features, Tensors.scalar(0));
        Tensor places = weight.t().matmul(passed);
        return torch.col2im(places.unsqueeze(0), new long[] {height, width}, side, ONE, NONE, ONE);
    }

    @Override
    public void close() {
        weight.close();
        bias.close();
    }
}
