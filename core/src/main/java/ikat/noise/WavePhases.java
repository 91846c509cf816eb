package ikat.noise;

import java.util.List;

/**
 * The phases of a texture's waves along one axis of the plane, in turns. A phase is reduced to one
 * turn before its sine is taken, so that a wave stays exact for {@code |cell| < 2^44}: the wave
 * number is rounded to 24 bits and the coordinate split into halves of 22, and a product of the two
 * then fits a double. On an axis that repeats, waves have whole cycles per period, and their phases
 * are reduced in integers.
 */
final class WavePhases {

    private static final int HALF_BITS = 22;

    private final double[] cyclesPerCell; // of 24 bits each
    private final long[] cyclesPerPeriod;
    private final long period; // in cells, 0 on an axis that does not repeat

    private WavePhases(double[] radiansPerCell, long[] cyclesPerPeriod, long period) {
        this.period = period;
        this.cyclesPerPeriod = cyclesPerPeriod;
        this.cyclesPerCell = new double[radiansPerCell.length];
        for (int wave = 0; wave < radiansPerCell.length; wave++) {
            cyclesPerCell[wave] = (float) (radiansPerCell[wave] / (2 * Math.PI));
        }
    }

    /** The phases along the x axis, then those along the y axis. */
    static List<WavePhases> alongAxes(WaveVectors waves, Boundary boundary) {
        long[][] cycles = new long[2][waves.count()];
        long[] periods = new long[2];
        if (boundary instanceof Boundary.Wrapping wrapping) {
            periods = new long[] {wrapping.cellsX(), wrapping.cellsY()};
            for (int wave = 0; wave < waves.count(); wave++) {
                double x = waves.x()[wave] / (2 * Math.PI);
                double y = waves.y()[wave] / (2 * Math.PI);
                WholeCycles whole = WholeCycles.nearest(x, y, wrapping);
                cycles[0][wave] = whole.x();
                cycles[1][wave] = whole.y();
            }
        }
        return List.of(
                new WavePhases(waves.x(), cycles[0], periods[0]),
                new WavePhases(waves.y(), cycles[1], periods[1]));
    }

    /**
     * The phases of one wave at a run of points; the cell's own phase is that of its middle.
     *
     * @param perCell points along a cell
     */
    double[] turns(int wave, long from, int count, int perCell) {
        double slope = period == 0 ? cyclesPerCell[wave] : (double) cyclesPerPeriod[wave] / period;
        double[] turns = new double[count];
        for (int i = 0; i < count; i++) {
            long cell = Math.floorDiv(from + i, perCell);
            int point = Math.floorMod(from + i, perCell);
            double away = (2 * point + 1 - perCell) / (2.0 * perCell);
            turns[i] = turns(wave, cell) + slope * away;
        }
        return turns;
    }

    /** The phase in the middle of a cell, from -0.5 to 0.5. */
    private double turns(int wave, long cell) {
        if (period > 0) {
            long cycles = Math.floorMod(cyclesPerPeriod[wave], period);
            long product = cycles * Math.floorMod(cell, period);
            return reduced((double) Math.floorMod(product, period) / period);
        }
        long high = cell >> HALF_BITS;
        long low = cell - (high << HALF_BITS);
        double coarse = cyclesPerCell[wave] * (1L << HALF_BITS);
        double far = reduced((coarse - Math.rint(coarse)) * high);
        return reduced(far + reduced(cyclesPerCell[wave] * low));
    }

    private static double reduced(double turns) {
        return turns - Math.rint(turns);
    }
}
