package ikat.lab.samples;

/** Hash function of cells: the same seed and cell always give the same pseudorandom number. */
final class CellHash {

    private CellHash() {}

    /** A number in [0, 1) for channel {@code channel} of cell (i, j). */
    static float unit(long seed, int i, int j, int channel) {
        long bits = seed + 0x632BE59BD9B4E019L * channel;
        bits = stir(bits ^ stir(i + 0x9E3779B97F4A7C15L));
        bits = stir(bits ^ stir(j + 0xD1B54A32D192ED03L));
        return (bits >>> 40) * 0x1p-24f;
    }

    /** A number in [-1, 1) for channel {@code channel} of cell (i, j). */
    static float signed(long seed, int i, int j, int channel) {
        return 2 * unit(seed, i, j, channel) - 1;
    }

    private static long stir(long value) {
        long bits = value;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
