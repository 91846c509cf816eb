package ikat.lab.gram;

import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Random filters of one size, as a matrix that is laid on every place. */
final class Filters implements AutoCloseable {

    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final int kernel;
    private final Tensor weight;
    private final Tensor bias;

    Filters(FilterWeights weights, int kernel) {
        int features = weights.bias().length;
        this.kernel = kernel;
        this.weight =
                Tensors.of(weights.weight(), features, (long) weights.channels() * kernel * kernel);
        this.bias = Tensors.of(weights.bias(), features, 1);
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
     * The gradient of the picture.
     *
     * @param features what {@link #features} made of the picture
     * @param gradient of the features
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
