package ikat.zoom;

import ikat.texture.CounterRandom;

/** Smooth noise over the endless plane, about -1 to 1: a coarse lattice and a finer one. */
final class SoftNoise {

    private static final int[] SIDES = {44, 17}; // pixels of full size from point to point
    private static final double[] AMPLITUDES = {0.75, 0.5};

    private final long[] keys = new long[SIDES.length];

    SoftNoise(long seed, long stream) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = CounterRandom.key(CounterRandom.key(seed, stream), i);
        }
    }

    double at(long x, long y) {
        double sum = 0;
        for (int i = 0; i < keys.length; i++) {
            sum += AMPLITUDES[i] * lattice(keys[i], SIDES[i], x, y);
        }
        return sum;
    }

    private static double lattice(long key, int side, long x, long y) {
        long column = Math.floorDiv(x, (long) side);
        long row = Math.floorDiv(y, (long) side);
        double across = smooth(Math.floorMod(x, side) / (double) side);
        double down = smooth(Math.floorMod(y, side) / (double) side);
        double upper =
                mixed(
                        CounterRandom.symmetric(key, column, row),
                        CounterRandom.symmetric(key, column + 1, row),
                        across);
        double lower =
                mixed(
                        CounterRandom.symmetric(key, column, row + 1),
                        CounterRandom.symmetric(key, column + 1, row + 1),
                        across);
        return mixed(upper, lower, down);
    }

    private static double mixed(double one, double other, double way) {
        return one + way * (other - one);
    }

    private static double smooth(double way) {
        return way * way * way * (way * (6 * way - 15) + 10);
    }
}
