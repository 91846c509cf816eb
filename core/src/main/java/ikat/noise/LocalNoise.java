package ikat.noise;

import ikat.texture.CounterRandom;
import ikat.texture.Rerolls;
import java.util.Arrays;

/**
 * The local channels: values uniform in (-1, 1), independent at every point of a stage's grid,
 * drifting in time.
 */
record LocalNoise(long seed, double drift, Boundary boundary, Rerolls rerolls) {

    /** The stream of the finer grid of stage n is n below this, the stream of the phases. */
    private static final long FINE = -1;

    LocalNoise {
        drift -= Math.floor(drift);
    }

    /**
     * Fills the first channels of {@code [C, h, w]}.
     *
     * @param stage whose grid it is; each has values of its own
     * @param points of that grid
     * @param perCell points of the grid along a cell
     */
    void fill(int stage, CellRegion points, int perCell, int channels, float[] noise) {
        if (channels == 0) {
            return;
        }
        long[] columns = new long[points.width()];
        Arrays.setAll(columns, x -> boundary.column(points.left() + x, perCell));
        int[] generations = generations(points, perCell);
        long grid = stage == 0 ? seed : CounterRandom.key(seed, FINE - stage);
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            long first = CounterRandom.key(grid, channel);
            int point = 0;
            for (int y = 0; y < points.height(); y++) {
                long row = boundary.row(points.top() + y, perCell);
                for (long column : columns) {
                    int generation = generations[point++];
                    long key = generation == 0 ? first : CounterRandom.key(first, generation);
                    noise[at++] = at(key, column, row);
                }
            }
        }
    }

    private int[] generations(CellRegion points, int perCell) {
        int[] generations = new int[points.cells()];
        if (rerolls != Rerolls.NONE) {
            Arrays.setAll(
                    generations,
                    point -> {
                        long x = points.left() + point % points.width();
                        long y = points.top() + point / points.width();
                        return rerolls.generation(
                                boundary.column(Math.floorDiv(x, (long) perCell)),
                                boundary.row(Math.floorDiv(y, (long) perCell)));
                    });
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
