package ikat.torch.train;

import ikat.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The generator's mirror image: 6x6 convolutions of stride 2 and LeakyReLU(0.2), batch norm on the
 * inner layers, ending in a map of decisions on the cell grid (SGAN, arXiv 1611.08207, section 2).
 * A kernel that the stride divides weighs all pixels alike; 5x5, as published, gives gradients with
 * a checkerboard (Odena et al. 2016). Real and fake pictures never share a batch.
 */
public final class Discriminator {

    /**
     * The output of the discriminator for a batch.
     *
     * @param logits {@code [N, 1, h, w]}, above 0 for real
     * @param projections {@code [N, E, h, w]}, to be weighed by the embedding of a texture; E is 0
     *     where textures are not told apart
     * @param features output of each layer but the last
     */
    public record Output(Tensor logits, Tensor projections, List<Tensor> features) {}

    /** Side of every kernel. */
    public static final int KERNEL = 6;

    private static final int FEW_CHANNELS = 8;
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};

    private final Parameters parameters;
    private final int layers;

    /** A discriminator of a number of layers, the last included. */
    Discriminator(Parameters parameters, int layers) {
        this.parameters = parameters;
        this.layers = layers;
    }

    /** Runs the discriminator on {@code [N, colours, P, P]}. */
    Output forward(Tensor pictures) {
        NamedTensors weights = parameters.leaves();
        List<Tensor> features = new ArrayList<>();
        Tensor x = pictures;
        for (int i = 0; i < layers; i++) {
            x = layer("layers." + i, x, weights);
            if (i < layers - 1) {
                x = torch.leaky_relu(x, Tensors.scalar(0.2));
                features.add(x);
            }
        }
        return new Output(x.narrow(1, 0, 1), x.narrow(1, 1, x.size(1) - 1), features);
    }

    /**
     * A 6x6 convolution of stride 2. Of few channels it is computed as one of 3x3 over blocks of
     * 2x2 pixels: the same products, but backwards in half the time.
     */
    private static Tensor convolve(Tensor input, Tensor weight, TensorOptional bias) {
        long in = weight.size(1);
        boolean few = in < FEW_CHANNELS && input.size(2) % 2 == 0 && input.size(3) % 2 == 0;
        if (!few) {
            return torch.conv2d(input, weight, bias, TWO, TWO, ONE, 1);
        }
        Tensor blocks = torch.pixel_unshuffle(input, 2); // [N, in 4, h / 2, w / 2]
        Tensor taps =
                weight.view(-1, in, KERNEL / 2, 2, KERNEL / 2, 2)
                        .permute(0, 1, 3, 5, 2, 4)
                        .reshape(-1, 4 * in, KERNEL / 2, KERNEL / 2);
        return torch.conv2d(blocks, taps, bias, ONE, ONE, ONE, 1);
    }

    private static Tensor layer(String name, Tensor input, NamedTensors weights) {
        Tensor bias = weights.find(name + ".bias");
        TensorOptional added = bias == null ? Tensors.none() : Tensors.optional(bias);
        Tensor x = convolve(input, weights.get(name + ".weight"), added); // [N, out, h / 2, w / 2]
        return weights.find(name + ".norm.weight") == null ? x : weights.normalise(name, x);
    }
}
