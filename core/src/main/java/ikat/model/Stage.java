package ikat.model;

import ikat.text.Checks;

/**
 * One stage of the generator: a {@code kernel x kernel} convolution without padding to {@code
 * outChannels * scale²} channels, a pixel shuffle that spreads them over {@code scale x scale}
 * pixels, batch norm if {@code normalised}, the activation. A stage that is not normalised has a
 * bias.
 *
 * <p>Shapes: {@code [N, in, h, w] -> [N, out, scale (h - kernel + 1), scale (w - kernel + 1)]}.
 *
 * @param inChannels 1 to 4096
 * @param outChannels 1 to 4096
 * @param kernel side of the kernel in input pixels, odd, 1 to 9
 * @param scale enlargement, 1 to 8
 * @param normalised whether batch norm follows
 * @param activation what the stage ends in
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

    /** Input pixels that the convolution needs beyond its output on each side. */
    public int margin() {
        return kernel / 2;
    }

    /** Channels that the convolution puts out, before the pixel shuffle. */
    public int convolvedChannels() {
        return outChannels * scale * scale;
    }
}
