package ikat.image;

/** Counter-based random numbers. */
final class RandomWords {

    private RandomWords() {}

    /**
     * The finaliser of SplitMix64 (Steele, Lea, Flood 2014) after one step of its Weyl sequence.
     */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * A number from 0 to bound - 1, from the high word of a product; the bias is below 2^-31 for
     * any bound.
     */
    static int below(int bound, long random) {
        return (int) Math.multiplyHigh(random >>> 1, 2L * bound);
    }
}
