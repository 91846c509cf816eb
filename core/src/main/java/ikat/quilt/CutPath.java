package ikat.quilt;

import java.util.Arrays;

/**
 * The path along a band on which two patches differ least, found by dynamic programming (Efros,
 * Freeman 2001: Image quilting for texture synthesis and transfer).
 */
final class CutPath {

    private CutPath() {}

    /**
     * The cheapest path along a band, which moves by at most one from a step to the next.
     *
     * @param costs {@code [length, width]}
     * @param fixed whether the path begins and ends in the middle of the band
     * @return where the path is at each step, 0 to width - 1
     */
    static int[] cheapest(float[] costs, int width, boolean fixed) {
        int length = costs.length / width;
        float[] sums = costs.clone();
        if (fixed) {
            onlyMiddle(sums, 0, width);
            onlyMiddle(sums, length - 1, width);
        }
        for (int step = 1; step < length; step++) {
            for (int at = 0; at < width; at++) {
                sums[step * width + at] += sums[(step - 1) * width + before(sums, step, at, width)];
            }
        }
        int[] path = new int[length];
        path[length - 1] = least(sums, (length - 1) * width, width);
        for (int step = length - 1; step > 0; step--) {
            path[step - 1] = before(sums, step, path[step], width);
        }
        return path;
    }

    /** The cheapest way to come to a place: where one was a step before. */
    private static int before(float[] sums, int step, int at, int width) {
        int first = Math.max(0, at - 1);
        int last = Math.min(width - 1, at + 1);
        return first + least(sums, (step - 1) * width + first, last - first + 1);
    }

    private static int least(float[] sums, int from, int count) {
        int best = 0;
        for (int n = 1; n < count; n++) {
            if (sums[from + n] < sums[from + best]) {
                best = n;
            }
        }
        return best;
    }

    private static void onlyMiddle(float[] sums, int step, int width) {
        float middle = sums[step * width + width / 2];
        Arrays.fill(sums, step * width, (step + 1) * width, Float.POSITIVE_INFINITY);
        sums[step * width + width / 2] = middle;
    }
}
