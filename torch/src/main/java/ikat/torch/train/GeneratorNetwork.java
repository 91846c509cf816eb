package ikat.torch.train;

import ikat.model.Activation;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import ikat.torch.Tensors;
import ikat.train.Technique.Border;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The generator as it is trained: batch norm works with the statistics of the batch, and borders
 * are padded only if a plan wants it.
 */
final class GeneratorNetwork {

    private final ModelSpec spec;
    private final RegionPlan plan;
    private final StageKernels kernels;
    private final Border border;

    /** A generator of patches that sees more noise around them. */
    GeneratorNetwork(ModelSpec spec, RegionPlan plan, StageKernels kernels) {
        this(spec, plan, kernels, Border.CROPPED);
    }

    /**
     * A generator of patches.
     *
     * @param plan of {@link RegionPlan#padded} if the border is of zeros
     */
    GeneratorNetwork(ModelSpec spec, RegionPlan plan, StageKernels kernels, Border border) {
        this.spec = spec;
        this.plan = plan;
        this.kernels = kernels;
        this.border = border;
    }

    /**
     * Generates a batch in the network's own colours.
     *
     * @param noise what enters each stage, {@code [N, C, h, w]}, channels last
     * @param statistics where those of the batch norms' inputs are added; null in training
     * @return {@code [N, colours, P, P]}
     */
    Tensor forward(
            List<Optional<Tensor>> noise,
            NamedTensors weights,
            @Nullable PopulationStatistics statistics) {
        Tensor x = noise.get(0).orElseThrow();
        for (int i = 0; i < spec.stages().size(); i++) {
            if (i > 0 && noise.get(i).isPresent()) {
                x = torch.cat(new TensorVector(x, noise.get(i).get()), 1);
            }
            x = stage(i, x, weights, statistics);
        }
        return x;
    }

    private Tensor stage(
            int index,
            Tensor input,
            NamedTensors weights,
            @Nullable PopulationStatistics statistics) {
        Stage stage = spec.stages().get(index);
        long padding = border == Border.ZERO ? stage.margin() : 0;
        Tensor x =
                torch.conv2d(
                        input,
                        kernels.weight(index, weights),
                        stage.normalised()
                                ? Tensors.none()
                                : Tensors.optional(kernels.bias(index, weights)),
                        new long[] {1, 1},
                        new long[] {padding, padding},
                        new long[] {1, 1},
                        1); // [N, out s², h - k + 1 + 2 padding, w - k + 1 + 2 padding]
        if (stage.scale() > 1) {
            x = torch.pixel_shuffle(x, stage.scale()); // [N, out, s h', s w']
        }
        x = crop(x, plan.crops().get(index));
        if (stage.normalised()) {
            if (statistics != null) {
                statistics.add(index, x);
            }
            x = weights.normalise("stages." + index, x);
        }
        return stage.activation() == Activation.RELU ? torch.relu(x) : torch.tanh(x);
    }

    private static Tensor crop(Tensor x, Crop crop) {
        if (x.size(2) == crop.height() && x.size(3) == crop.width()) {
            return x;
        }
        long right = x.size(3) - crop.left() - crop.width();
        long bottom = x.size(2) - crop.top() - crop.height();
        long[] less = {-crop.left(), -right, -crop.top(), -bottom};
        // Padding by a negative number crops and, unlike narrow(), keeps the memory format, in the
        // backward pass too.
        return torch.constant_pad_nd(x, less, Tensors.scalar(0));
    }
}
