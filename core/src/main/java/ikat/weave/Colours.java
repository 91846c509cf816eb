package ikat.weave;

import ikat.image.Pixels;
import ikat.model.Weave;

/**
 * A picture as numbers whose squared differences say how unlike two pixels look: what a channel
 * differs from the mean of the three is multiplied by a weight. Else light and shade would outweigh
 * hue, by which elements of a texture are often told from each other.
 *
 * @param width columns
 * @param height rows
 * @param channels 1 or 3
 * @param chroma the weight of hue and saturation, at least 1
 * @param values {@code [height, width, channels]}, in [-1, 1] before they are weighted
 */
record Colours(int width, int height, int channels, float chroma, float[] values) {

    static Colours empty(int width, int height, int channels, float chroma) {
        return new Colours(width, height, channels, chroma, new float[width * height * channels]);
    }

    static Colours of(Pixels pixels, float chroma) {
        float[] values = new float[pixels.bytes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels.bytes()[i] & 0xff) / 127.5f - 1;
        }
        Colours colours =
                new Colours(pixels.width(), pixels.height(), pixels.channels(), chroma, values);
        colours.weigh();
        return colours;
    }

    /** Weighs values that have been set without. */
    void weigh() {
        if (chroma != 1) {
            for (int i = 0; i < values.length; i += channels) {
                multiplyChroma(values, i, channels, chroma);
            }
        }
    }

    private static void multiplyChroma(float[] values, int from, int channels, float by) {
        float mean = 0;
        for (int c = 0; c < channels; c++) {
            mean += values[from + c] / channels;
        }
        for (int c = 0; c < channels; c++) {
            values[from + c] = mean + by * (values[from + c] - mean);
        }
    }

    /** Where the channels of a pixel begin. */
    int at(int x, int y) {
        return (y * width + x) * channels;
    }

    /**
     * Copies the neighbourhood of a pixel, row by row.
     *
     * @param stride from one neighbour to the next, in pixels
     */
    void neighbourhood(int x, int y, int stride, float[] out) {
        int to = 0;
        for (int dy = -Weave.RADIUS; dy <= Weave.RADIUS; dy++) {
            for (int dx = -Weave.RADIUS; dx <= Weave.RADIUS; dx++) {
                int from = at(x + dx * stride, y + dy * stride);
                for (int c = 0; c < channels; c++) {
                    out[to++] = values[from + c];
                }
            }
        }
    }
}
