package ikat.model;

import ikat.text.Checks;

/**
 * A generator stage: a {@code kernel x kernel} convolution without padding to {@code outChannels *
 * scale²} channels, a pixel shuffle (arXiv 1609.05158) that spreads them over {@code scale x scale}
 * pixels, batch norm if {@code normalised}, and the activation. A stage that is not normalised has
 * a bias.
 *
 * <p>Shapes: {@code [N, in, h, w] -> [N, out, scale (h - kernel + 1), scale (w - kernel + 1)]}.
 *
 * @param inChannels 1 to 4096
 * @param outChannels 1 to 4096
 * @param kernel side of the kernel in input pixels, odd, 1 to 9
 * @param scale upscaling factor, 1 to 8
 * @param normalised whether batch norm follows
 * @param activation activation function
 */
public record Stage(
        int inChannels,
        int outChannels,
        int kernel,
        int scale,
        boolean normalised,
        Activation activation) {

    public Stage {
        Checks.range("inChannels", inChannels, 1, 4096);
        Checks.range("outChannels", outChannels, 1, 4096);
        Checks.range("kernel", kernel, 1, 9);
        Checks.range("scale", scale, 1, 8);
        Checks.present("activation", activation);
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel is " + kernel + ", but must be odd");
        }
    }

    /** This stage with another number of input channels. */
    Stage taking(int channels) {
        return new Stage(channels, outChannels, kernel, scale, normalised, activation);
    }

    /** Input pixels needed beyond the output on each side. */
    public int margin() {
        return kernel / 2;
    }

    /** Output channels of the convolution, before the pixel shuffle. */
    public int convolvedChannels() {
        return outChannels * scale * scale;
    }
}
