package ikat.lab.bench;

import ikat.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The authors' generator (PSGAN, arXiv 1705.06566, section 4) as one writes it down on libtorch:
 * transposed 5x5 convolutions of stride 2, batch norm and ReLU apart from them, one plane a channel
 * in memory. Its weights are random; it is there to be compared with in time.
 */
public final class PlainGenerator implements AutoCloseable {

    /** Stages that double. */
    static final int DEPTH = 5;

    private static final int KERNEL = 5;
    private static final int NOISE_CHANNELS = 64;
    private static final long[] TWO = {2, 2};
    private static final long[] ONE = {1, 1};

    private record Layer(Tensor weight, Tensor gain, Tensor shift, Tensor mean, Tensor variance) {}

    private final List<Layer> layers = new ArrayList<>();
    private final int cells;
    private final List<Integer> channels;

    /**
     * A generator of pictures of one size.
     *
     * @param widest channels after the first stage, 512 as published; then halved
     * @param side of the pictures in pixels, a multiple of 32
     */
    public PlainGenerator(int widest, int side) {
        this.cells = side >> DEPTH;
        this.channels = channels(widest);
        int in = NOISE_CHANNELS;
        for (int out : channels) {
            layers.add(
                    new Layer(
                            torch.randn(in, out, KERNEL, KERNEL).mul_(Tensors.scalar(0.02)),
                            torch.ones(out),
                            torch.zeros(out),
                            torch.zeros(out),
                            torch.ones(out)));
            in = out;
        }
    }

    private static List<Integer> channels(int widest) {
        List<Integer> channels = new ArrayList<>();
        for (int stage = 0; stage < DEPTH - 1; stage++) {
            channels.add(widest >> stage);
        }
        channels.add(3);
        return channels;
    }

    /** Multiplications of a picture. */
    long multiplications() {
        long sum = 0;
        long in = NOISE_CHANNELS;
        for (int stage = 0; stage < DEPTH; stage++) {
            long points = (long) (cells << stage) * (cells << stage);
            sum += points * in * channels.get(stage) * KERNEL * KERNEL;
            in = channels.get(stage);
        }
        return sum;
    }

    /** A picture of new noise, {@code [side, side, 3]}. */
    public byte[] picture() {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor x = torch.empty(1, NOISE_CHANNELS, cells, cells).uniform_(-1, 1, null);
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                x =
                        torch.conv_transpose2d(
                                x, layer.weight(), Tensors.none(), TWO, TWO, ONE, 1, ONE);
                x = i < layers.size() - 1 ? torch.relu(normalised(x, layer)) : torch.tanh(x);
            }
            Tensor levels =
                    x.add(Tensors.scalar(1))
                            .mul(Tensors.scalar(127.5))
                            .to(torch.ScalarType.Byte)
                            .permute(0, 2, 3, 1)
                            .contiguous();
            byte[] picture = new byte[Math.toIntExact(levels.numel())];
            new BytePointer(levels.data_ptr()).get(picture);
            return picture;
        }
    }

    private static Tensor normalised(Tensor x, Layer layer) {
        return torch.batch_norm(
                x,
                Tensors.optional(layer.gain()),
                Tensors.optional(layer.shift()),
                Tensors.optional(layer.mean()),
                Tensors.optional(layer.variance()),
                false,
                0.1,
                1e-5,
                false);
    }

    @Override
    public void close() {
        for (Layer layer : layers) {
            for (Tensor tensor :
                    List.of(
                            layer.weight(),
                            layer.gain(),
                            layer.shift(),
                            layer.mean(),
                            layer.variance())) {
                tensor.close();
            }
        }
    }
}
