package ikat.lab.gram;

import ikat.image.Exemplar;
import java.util.Arrays;

/**
 * Histogram matching of a picture's colours to an exemplar's, the last step of Gatys et al. 2015.
 */
final class ColourMatch {

    private ColourMatch() {}

    /**
     * Gives each channel the exemplar's histogram, rank by rank: the darkest value becomes the
     * exemplar's darkest, and so on.
     *
     * @param picture planar, with as many channels as the exemplar; modified in place
     */
    static void apply(Exemplar exemplar, float[] picture) {
        int area = exemplar.width() * exemplar.height();
        int size = picture.length / exemplar.channels();
        for (int c = 0; c < exemplar.channels(); c++) {
            float[] wanted = Arrays.copyOfRange(exemplar.pixels(), c * area, (c + 1) * area);
            Arrays.sort(wanted);
            int[] order = order(picture, c * size, size);
            for (int rank = 0; rank < size; rank++) {
                int from = (int) ((rank + 0.5) / size * area);
                picture[c * size + order[rank]] = wanted[from];
            }
        }
    }

    /** The indices that sort the values in ascending order; the sort is stable. */
    private static int[] order(float[] values, int offset, int size) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int bits = Float.floatToIntBits(values[offset + i] + 0f);
            long sortable = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[i] = sortable << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
