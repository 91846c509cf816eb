package ikat.noise;

import ikat.texture.CounterRandom;
import ikat.texture.Rerolls;
import java.util.Arrays;

/** The local channels: values uniform in (-1, 1), independent in every cell, drifting in time. */
record LocalNoise(long seed, double drift, Boundary boundary, Rerolls rerolls) {

    LocalNoise {
        drift -= Math.floor(drift);
    }

    /** Fills the first channels of {@code [C, h, w]}. */
    void fill(CellRegion region, int channels, float[] noise) {
        int[] generations = generations(region);
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            long first = CounterRandom.key(seed, channel);
            int cell = 0;
            for (int y = 0; y < region.height(); y++) {
                long row = boundary.row(region.top() + y);
                for (int x = 0; x < region.width(); x++) {
                    int generation = generations[cell++];
                    long key = generation == 0 ? first : CounterRandom.key(first, generation);
                    noise[at++] = at(key, boundary.column(region.left() + x), row);
                }
            }
        }
    }

    private int[] generations(CellRegion region) {
        int[] generations = new int[region.cells()];
        if (rerolls != Rerolls.NONE) {
            Arrays.setAll(
                    generations,
                    cell ->
                            rerolls.generation(
                                    boundary.column(region.left() + cell % region.width()),
                                    boundary.row(region.top() + cell / region.width())));
        }
        return generations;
    }

    private float at(long key, long x, long y) {
        float still = CounterRandom.symmetric(key, x, y);
        if (drift == 0) {
            return still;
        }
        boolean falls = CounterRandom.symmetric(~key, x, y) < 0;
        double turn = (still + 1) / 4 + (falls ? -drift : drift);
        return (float) triangle(turn - Math.floor(turn));
    }

    /** From -1 up to 1 in the first half of a turn, and down again. */
    private static double triangle(double turn) {
        return 1 - 4 * Math.abs(turn - 0.5);
    }
}
