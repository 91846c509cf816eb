package ikat.noise;

/** One axis of the plane: how each wave turns along it. */
final class Axis {

    private final double[] cyclesPerCell;
    private final long[] cyclesPerPeriod;
    private final long period;

    private Axis(double[] radiansPerCell, long[] cyclesPerPeriod, long period) {
        this.period = period;
        this.cyclesPerPeriod = cyclesPerPeriod;
        this.cyclesPerCell = new double[radiansPerCell.length];
        for (int wave = 0; wave < radiansPerCell.length; wave++) {
            cyclesPerCell[wave] = radiansPerCell[wave] / (2 * Math.PI);
        }
    }

    static Axis across(WaveVectors waves, Boundary boundary) {
        if (boundary instanceof Boundary.Wrapping wrapping) {
            return new Axis(waves.x(), rounded(waves, wrapping)[0], wrapping.cellsX());
        }
        return new Axis(waves.x(), new long[0], 0);
    }

    static Axis down(WaveVectors waves, Boundary boundary) {
        if (boundary instanceof Boundary.Wrapping wrapping) {
            return new Axis(waves.y(), rounded(waves, wrapping)[1], wrapping.cellsY());
        }
        return new Axis(waves.y(), new long[0], 0);
    }

    /** The cycles of every wave a period: across, down. */
    private static long[][] rounded(WaveVectors waves, Boundary.Wrapping wrapping) {
        long[][] cycles = new long[2][waves.count()];
        for (int wave = 0; wave < waves.count(); wave++) {
            WholeCycles whole =
                    WholeCycles.nearest(
                            waves.x()[wave] / (2 * Math.PI),
                            waves.y()[wave] / (2 * Math.PI),
                            wrapping);
            cycles[0][wave] = whole.x();
            cycles[1][wave] = whole.y();
        }
        return cycles;
    }

    /**
     * The phases in turns of one wave over a run of points, of which the middle of a cell's is
     * where the cell's own phase is.
     *
     * @param perCell points along a cell
     */
    double[] turns(int wave, long from, int count, int perCell) {
        double[] turns = new double[count];
        for (int i = 0; i < count; i++) {
            long cell = Math.floorDiv(from + i, perCell);
            int point = Math.floorMod(from + i, perCell);
            double away = (2 * point + 1 - perCell) / (2.0 * perCell);
            turns[i] =
                    period == 0
                            ? Phase.turns(cyclesPerCell[wave], cell)
                                    + Phase.cut(cyclesPerCell[wave]) * away
                            : Phase.turns(cyclesPerPeriod[wave], cell, period)
                                    + (double) cyclesPerPeriod[wave] / period * away;
        }
        return turns;
    }
}
