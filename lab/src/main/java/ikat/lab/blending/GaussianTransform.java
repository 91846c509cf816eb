package ikat.lab.blending;

import java.util.Arrays;

/**
 * The map from the values of a plane to a normal distribution and back: the optimal transport of
 * one axis, which keeps the order of the values (Heitz and Neyret 2018, section 4; one axis at a
 * time as Deliot and Heitz 2019 simplify it). The way back is a table.
 */
final class GaussianTransform {

    private static final double REACH = 4; // deviations
    private static final int STEPS = 8192;

    /** Equal values take the order of their neighbourhoods' means, this far around. */
    private static final int NEIGHBOURS = 2;

    private final float[] gaussian;
    private final float[] inverse; // at equal steps from -REACH to REACH

    /** Maps a plane {@code [height * width]}. */
    GaussianTransform(double[] plane, int width) {
        int size = plane.length;
        int[] order = order(plane, width);
        gaussian = new float[size];
        for (int rank = 0; rank < size; rank++) {
            gaussian[order[rank]] = (float) NormalQuantile.of((rank + 0.5) / size);
        }
        inverse = new float[STEPS + 1];
        int rank = 0;
        for (int i = 0; i <= STEPS; i++) {
            double wanted = (2.0 * i / STEPS - 1) * REACH;
            while (rank + 1 < size && gaussian[order[rank + 1]] <= wanted) {
                rank++;
            }
            inverse[i] = (float) between(plane, order, rank, wanted);
        }
    }

    private double between(double[] plane, int[] order, int rank, double wanted) {
        int above = Math.min(rank + 1, order.length - 1);
        double low = gaussian[order[rank]];
        double high = gaussian[order[above]];
        double part = high > low ? Math.max(0, Math.min(1, (wanted - low) / (high - low))) : 0;
        return plane[order[rank]] + part * (plane[order[above]] - plane[order[rank]]);
    }

    /** The plane as a normal distribution of mean 0 and deviation 1. */
    float[] gaussian() {
        return gaussian;
    }

    /** The value that became a number of the normal distribution. */
    float value(double normal) {
        double at = (normal / REACH + 1) / 2 * STEPS;
        int step = (int) Math.max(0, Math.min(STEPS - 1, Math.floor(at)));
        double part = Math.max(0, Math.min(1, at - step));
        return (float) (inverse[step] + part * (inverse[step + 1] - inverse[step]));
    }

    /** The indices that sort a plane in ascending order. */
    private static int[] order(double[] plane, int width) {
        long[] keys = new long[plane.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(plane[i], i);
        }
        Arrays.sort(keys);
        double[] around = around(plane, width);
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            for (int i = from; to - from > 1 && i < to; i++) {
                keys[i] = key(around[(int) keys[i]], (int) keys[i]);
            }
            Arrays.sort(keys, from, to);
        }
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> (int) keys[i]);
        return order;
    }

    /** A number that sorts by a value, then by an index, which is its lower half. */
    private static long key(double value, int index) {
        int bits = Float.floatToIntBits((float) value + 0f);
        return (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | index;
    }

    /** The mean around each pixel. */
    private static double[] around(double[] plane, int width) {
        int height = plane.length / width;
        double[] means = new double[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int dy = -NEIGHBOURS; dy <= NEIGHBOURS; dy++) {
                    int row = Math.max(0, Math.min(height - 1, y + dy));
                    for (int dx = -NEIGHBOURS; dx <= NEIGHBOURS; dx++) {
                        sum += plane[row * width + Math.max(0, Math.min(width - 1, x + dx))];
                    }
                }
                means[y * width + x] = sum;
            }
        }
        return means;
    }
}
