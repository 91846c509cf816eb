package ikat.render;

import ikat.model.ColourAxes;
import java.util.Arrays;

/** From what a network puts out to colours, and from colours to bytes. */
final class Colours {

    private Colours() {}

    /** Maps {@code [C, H, W]} network outputs to pixels in [-1, 1]. */
    static float[] apply(ColourAxes axes, float[] output) {
        int channels = axes.channels();
        int size = output.length / channels;
        float[] pixels = new float[output.length];
        for (int row = 0; row < channels; row++) {
            float mean = axes.mean().get(row);
            Arrays.fill(pixels, row * size, (row + 1) * size, mean);
            for (int column = 0; column < channels; column++) {
                float factor = axes.axes().get(row * channels + column);
                for (int i = 0; i < size; i++) {
                    pixels[row * size + i] += factor * output[column * size + i];
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i]));
        }
        return pixels;
    }

    /**
     * Copies {@code [C, h, w]} pixels in [-1, 1] into an interleaved 8-bit picture of another
     * width.
     */
    static void toBytes(
            float[] pixels, int channels, int width, byte[] picture, int offset, int stride) {
        int size = pixels.length / channels;
        for (int i = 0; i < size; i++) {
            int at = offset + i / width * stride + i % width * channels;
            for (int c = 0; c < channels; c++) {
                picture[at + c] = (byte) Math.round((pixels[c * size + i] + 1) * 127.5f);
            }
        }
    }
}
