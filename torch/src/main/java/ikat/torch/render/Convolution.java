package ikat.torch.render;

import ikat.torch.Devices;
import ikat.torch.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution without padding and with stride one.
 *
 * @param weight {@code [out, in, k, k]}, channels last
 * @param bias {@code [out]}
 */
public record Convolution(Tensor weight, Tensor bias) implements AutoCloseable {

    /** For small inputs oneDNN, if available, is faster than the kernel that libtorch selects. */
    private static final boolean ONE_DNN = torch.hasMKLDNN();

    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    /** Creates a convolution with copies of the values in a given precision. */
    public static Convolution of(
            float[] weight, float[] bias, int in, int kernel, torch.ScalarType precision) {
        int out = bias.length;
        Tensor taps = Tensors.of(weight, out, in, kernel, kernel);
        return new Convolution(
                Tensors.channelsLast(taps.to(precision)), Tensors.of(bias, out).to(precision));
    }

    /** Convolves {@code [N, in, h, w]} to {@code [N, out, h - k + 1, w - k + 1]}. */
    public Tensor apply(Tensor input) {
        return ONE_DNN && Devices.onCpu()
                ? torch.mkldnn_convolution(input, weight, Tensors.optional(bias), NONE, ONE, ONE, 1)
                : torch.conv2d(input, weight, Tensors.optional(bias), ONE, NONE, ONE, 1);
    }

    @Override
    public void close() {
        weight.close();
        bias.close();
    }
}
