package ikat.noise;

/**
 * Sines and cosines of a plane wave over a row or column of cells. A phase is reduced to one turn
 * before it is multiplied out, so that a wave stays exact far from the origin: the wave number is
 * cut to 24 bits and the coordinate split into halves of 22, and a product of the two then fits a
 * double.
 */
final class Phase {

    private static final int HALF_BITS = 22;

    private Phase() {}

    /**
     * The phase of {@code cyclesPerCell * cell} in turns, reduced to [-0.5, 0.5], exact for {@code
     * |cell| < 2^44}.
     */
    static double turns(double cyclesPerCell, long cell) {
        double cut = cut(cyclesPerCell);
        long high = cell >> HALF_BITS;
        long low = cell - (high << HALF_BITS);
        double coarse = cut * (1L << HALF_BITS);
        return reduced(reduced((coarse - Math.rint(coarse)) * high) + reduced(cut * low));
    }

    /**
     * The phase of a wave of whole cycles a period: {@code cycles * cell / period} turns, reduced
     * exactly.
     */
    static double turns(long cycles, long cell, long period) {
        return reduced(
                (double)
                                Math.floorMod(
                                        Math.floorMod(cycles, period) * Math.floorMod(cell, period),
                                        period)
                        / period);
    }

    /** The wave number that the phases are of: cut to 24 bits. */
    static double cut(double cyclesPerCell) {
        return (float) cyclesPerCell;
    }

    private static double reduced(double turns) {
        return turns - Math.rint(turns);
    }
}
