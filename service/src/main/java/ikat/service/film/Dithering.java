package ikat.service.film;

import ikat.image.Pixels;
import java.util.Arrays;

/**
 * Floyd-Steinberg error diffusion of a frame to the colours of a palette (Floyd and Steinberg
 * 1976).
 */
final class Dithering {

    private Dithering() {}

    /** The index of a colour for each pixel of a frame of 3 channels. */
    static byte[] apply(Palette palette, Pixels frame) {
        byte[] rgb = frame.bytes();
        int width = frame.width();
        int height = frame.height();
        byte[] indices = new byte[width * height];
        float[][] here = new float[3][width + 2];
        float[][] below = new float[3][width + 2];
        for (int y = 0; y < height; y++) {
            int step = y % 2 == 0 ? 1 : -1; // alternating, so that errors do not drift one way
            for (int i = 0; i < width; i++) {
                int x = step > 0 ? i : width - 1 - i;
                int at = y * width + x;
                int[] wanted = new int[3];
                for (int c = 0; c < 3; c++) {
                    float value = (rgb[3 * at + c] & 255) + here[c][x + 1];
                    wanted[c] = Math.round(Math.max(0, Math.min(255, value)));
                }
                int index = palette.nearest(wanted[0], wanted[1], wanted[2]);
                indices[at] = (byte) index;
                int colour = palette.colour(index);
                for (int c = 0; c < 3; c++) {
                    float error = (wanted[c] - Palette.component(colour, c)) / 16f;
                    here[c][x + 1 + step] += 7 * error;
                    below[c][x + 1 - step] += 3 * error;
                    below[c][x + 1] += 5 * error;
                    below[c][x + 1 + step] += error;
                }
            }
            float[][] next = below;
            below = here;
            here = next;
            for (float[] row : below) {
                Arrays.fill(row, 0);
            }
        }
        return indices;
    }
}
