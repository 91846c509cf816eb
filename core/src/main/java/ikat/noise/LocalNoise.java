package ikat.noise;

/** The local channels: values uniform in (-1, 1), new in every cell, drifting in time. */
final class LocalNoise {

    private final long seed;
    private final double drift;

    LocalNoise(long seed, Motion motion) {
        this.seed = seed;
        this.drift = motion.drift() - Math.floor(motion.drift());
    }

    long key(int channel) {
        return CounterRandom.key(seed, channel);
    }

    float at(long key, long x, long y) {
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
