package ikat.torch.train;

import ikat.torch.Tensors;
import ikat.train.Technique.Decision;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The generator's mirror image: convolutions of stride 2 and LeakyReLU(0.2), batch norm on the
 * inner layers, ending in a map of decisions on the cell grid (SGAN, arXiv 1611.08207, section 2)
 * or in one decision. A kernel of 6x6, which the stride divides, weighs all pixels alike; 5x5, as
 * published, gives gradients with a checkerboard (Odena et al. 2016). Real and fake pictures never
 * share a batch.
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

    private static final int FEW_CHANNELS = 8;
    private static final int EVEN = 6;
    private static final long[] NONE = {0, 0};
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};

    private final Parameters parameters;
    private final int layers;
    private final Decision decision;

    /** The discriminator of a plan. */
    Discriminator(Parameters parameters, TrainingPlan plan) {
        this.parameters = parameters;
        this.layers = plan.shape().discriminatorChannels().size() + 1;
        this.decision = plan.technique().decision();
    }

    /** Runs the discriminator on {@code [N, colours, P, P]}. */
    Output forward(Tensor pictures) {
        NamedTensors weights = parameters.leaves();
        List<Tensor> features = new ArrayList<>();
        Tensor x = pictures;
        for (int i = 0; i < layers; i++) {
            x = layer(i, x, weights);
            if (i < layers - 1) {
                x = torch.leaky_relu(x, Tensors.scalar(0.2));
                features.add(x);
            }
        }
        return new Output(x.narrow(1, 0, 1), x.narrow(1, 1, x.size(1) - 1), features);
    }

    /**
     * A convolution of stride 2. Of few channels it is computed as one of 3x3 over blocks of 2x2
     * pixels: the same products, but backwards in half the time.
     */
    private static Tensor convolve(Tensor input, Tensor kernel, TensorOptional bias) {
        long lacking = EVEN - kernel.size(3);
        Tensor weight =
                lacking == 0
                        ? kernel
                        : torch.constant_pad_nd(
                                kernel, new long[] {0, lacking, 0, lacking}, Tensors.scalar(0));
        long in = weight.size(1);
        boolean few = in < FEW_CHANNELS && input.size(2) % 2 == 0 && input.size(3) % 2 == 0;
        if (!few) {
            return torch.conv2d(input, kernel, bias, TWO, TWO, ONE, 1);
        }
        Tensor blocks = torch.pixel_unshuffle(input, 2); // [N, in 4, h / 2, w / 2]
        Tensor taps =
                weight.view(-1, in, EVEN / 2, 2, EVEN / 2, 2)
                        .permute(0, 1, 3, 5, 2, 4)
                        .reshape(-1, 4 * in, EVEN / 2, EVEN / 2);
        return torch.conv2d(blocks, taps, bias, ONE, ONE, ONE, 1);
    }

    private Tensor layer(int index, Tensor input, NamedTensors weights) {
        String name = "layers." + index;
        Tensor bias = weights.find(name + ".bias");
        TensorOptional added = bias == null ? Tensors.none() : Tensors.optional(bias);
        if (index == layers - 1 && decision == Decision.WHOLE) {
            Tensor weight = weights.get(name + ".weight");
            return torch.conv2d(input, weight, added, ONE, NONE, ONE, 1); // [N, out, 1, 1]
        }
        Tensor x = convolve(input, weights.get(name + ".weight"), added); // [N, out, h / 2, w / 2]
        return weights.find(name + ".norm.weight") == null ? x : weights.normalise(name, x);
    }
}
