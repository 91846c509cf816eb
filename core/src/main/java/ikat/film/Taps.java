package ikat.film;

import ikat.film.Camera.View;
import java.util.stream.IntStream;

/**
 * Filter taps that resample the plane to a frame along one axis: cubic convolution (Keys 1981, a =
 * -1/2). At zooms below 1 the kernel is widened to cover all pixels in view, which avoids flicker
 * and a visible jump at zoom 1. A view at rest on whole pixels at zoom 1 copies them unchanged.
 *
 * @param base pixel of the plane to which {@code first} is relative
 * @param first first pixel of the plane for each pixel of the frame, relative to {@code base}
 * @param weights weights for each pixel of the frame, with a sum of 1
 */
record Taps(long base, int[] first, float[][] weights) {

    private static final double RADIUS = 2;

    /**
     * Computes the taps of an axis.
     *
     * @param middle position of the middle of the frame in steps, see {@link View#STEPS}
     * @param size size of the frame in pixels
     */
    static Taps of(long middle, double zoom, int size) {
        long base = Math.floorDiv(middle, View.STEPS);
        double offset = (double) Math.floorMod(middle, View.STEPS) / View.STEPS;
        int[] first = new int[size];
        float[][] weights = new float[size][];
        for (int i = 0; i < size; i++) {
            double place = offset + (i + 0.5 - size / 2.0) / zoom - 0.5;
            double reach = RADIUS * Math.max(1, 1 / zoom);
            int from = (int) Math.floor(place - reach) + 1;
            int to = (int) Math.ceil(place + reach);
            double[] raw = new double[to - from];
            for (int tap = from; tap < to; tap++) {
                raw[tap - from] = cubic((tap - place) * Math.min(1, zoom));
            }
            int leading = 0;
            while (raw[leading] == 0) {
                leading++;
            }
            first[i] = from + leading;
            weights[i] = normalised(raw, leading);
        }
        return new Taps(base, first, weights);
    }

    private static double cubic(double x) {
        double d = Math.abs(x);
        return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }

    private static float[] normalised(double[] raw, int leading) {
        int end = raw.length;
        while (raw[end - 1] == 0) {
            end--;
        }
        double sum = 0;
        for (double weight : raw) {
            sum += weight;
        }
        float[] weights = new float[end - leading];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (raw[leading + i] / sum);
        }
        return weights;
    }

    /** First pixel of the plane needed for the frame's pixels from {@code from} to {@code to}. */
    long low(int from, int to) {
        return base + IntStream.range(from, to).map(i -> first[i]).min().orElseThrow();
    }

    /**
     * End, exclusive, of the pixels of the plane needed for the frame's pixels from {@code from} to
     * {@code to}.
     */
    long high(int from, int to) {
        return base
                + IntStream.range(from, to)
                        .map(i -> first[i] + weights[i].length)
                        .max()
                        .orElseThrow();
    }

    int size() {
        return first.length;
    }
}
