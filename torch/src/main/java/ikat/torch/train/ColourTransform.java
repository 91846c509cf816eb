package ikat.torch.train;

import ikat.model.ColourAxes;
import ikat.torch.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Converts real pictures to the colours that the networks work in, by the inverse of the model's
 * colour axes.
 */
public final class ColourTransform implements AutoCloseable {

    private final Tensor inverse;
    private final Tensor mean;

    public ColourTransform(ColourAxes colour) {
        int channels = colour.channels();
        float[] matrix = Tensors.floats(colour.axes());
        float[] centre = Tensors.floats(colour.mean());
        this.inverse =
                torch.linalg_inv(Tensors.of(matrix, channels, channels))
                        .view(channels, channels, 1, 1);
        this.mean = Tensors.of(centre, 1, channels, 1, 1);
    }

    /** Pixels {@code [N, C, P, P]} in [-1, 1] to the networks' colours, channels last. */
    public Tensor toNetwork(Tensor pixels) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return Tensors.channelsLast(
                    torch.conv2d(pixels.sub(mean), inverse)
                            .clamp(Tensors.bound(-1), Tensors.bound(1)));
        }
    }

    @Override
    public void close() {
        inverse.close();
        mean.close();
    }
}
