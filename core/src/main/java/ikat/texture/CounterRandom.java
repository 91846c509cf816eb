package ikat.texture;

/**
 * Random numbers as a pure function of a seed and a place, so that any part of an endless plane can
 * be drawn in any order. Each word is mixed in by the finaliser of SplitMix64 (Steele, Lea, Flood
 * 2014).
 */
public final class CounterRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CounterRandom() {}

    /** A key for all numbers of one channel. */
    public static long key(long seed, long channel) {
        return mix(mix(seed + GOLDEN) + (channel + 1) * GOLDEN);
    }

    /** Uniform in (-1, 1), exactly representable in float, at a place of the plane. */
    public static float symmetric(long key, long x, long y) {
        long bits = mix(mix(key ^ x * 0xD1B54A32D192ED03L) ^ y * 0xABC98388FB8FAC03L) >>> 40;
        return (2 * bits + 1 - (1 << 24)) * 0x1p-24f;
    }

    /** Uniform in [0, 1). */
    public static double unit(long key, long index) {
        return (mix(key + index * GOLDEN) >>> 11) * 0x1p-53;
    }

    private static long mix(long word) {
        word = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
        word = (word ^ word >>> 27) * 0x94D049BB133111EBL;
        return word ^ word >>> 31;
    }
}
