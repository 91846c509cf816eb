package ikat.noise;

/** One axis of the plane: how each wave turns along it. */
final class Axis {

    private final double[] cyclesPerCell;
    private final long period;

    private Axis(double[] radiansPerCell, long period) {
        this.period = period;
        this.cyclesPerCell = new double[radiansPerCell.length];
        for (int wave = 0; wave < radiansPerCell.length; wave++) {
            cyclesPerCell[wave] = radiansPerCell[wave] / (2 * Math.PI);
        }
    }

    static Axis across(WaveVectors waves, Boundary boundary) {
        return new Axis(waves.x(), boundary instanceof Boundary.Wrapping w ? w.cellsX() : 0);
    }

    static Axis down(WaveVectors waves, Boundary boundary) {
        return new Axis(waves.y(), boundary instanceof Boundary.Wrapping w ? w.cellsY() : 0);
    }

    /** The phases in turns of one wave over a run of cells. */
    double[] turns(int wave, long from, int count) {
        double[] turns = new double[count];
        long cycles = Math.round(cyclesPerCell[wave] * period);
        for (int i = 0; i < count; i++) {
            turns[i] =
                    period == 0
                            ? Phase.turns(cyclesPerCell[wave], from + i)
                            : Phase.turns(cycles, from + i, period);
        }
        return turns;
    }
}
