package ikat.render;

import ikat.model.ColourAxes;
import java.util.Arrays;

/** From what a network puts out to colours. */
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
}
