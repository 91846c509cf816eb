package ikat.weave;

import ikat.image.Pixels;
import ikat.model.Weave;

/**
 * A picture as numbers.
 *
 * @param width columns
 * @param height rows
 * @param channels 1 or 3
 * @param values {@code [height, width, channels]}, each in [-1, 1]
 */
record Colours(int width, int height, int channels, float[] values) {

    static Colours empty(int width, int height, int channels) {
        return new Colours(width, height, channels, new float[width * height * channels]);
    }

    static Colours of(Pixels pixels) {
        float[] values = new float[pixels.bytes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels.bytes()[i] & 0xff) / 127.5f - 1;
        }
        return new Colours(pixels.width(), pixels.height(), pixels.channels(), values);
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
