package ikat.noise;

import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.TextureModel;
import ikat.noise.WaveRounding.WholeCycles;
import ikat.texture.GlobalVector;
import java.util.List;

/** The waves and overtones of one texture over the plane. */
final class TextureWaves {

    private final NoiseSpec spec;
    private final WavePhases columns;
    private final WavePhases rows;
    private final double[] phases;

    /**
     * @param phases of the waves in turns
     */
    TextureWaves(TextureModel model, GlobalVector texture, Boundary boundary, double[] phases) {
        this.spec = model.spec().noise();
        WaveVectors waves = WaveVectors.of(model.spec(), model.weights(), texture.toArray());
        List<WavePhases> axes = WavePhases.alongAxes(waves, boundary);
        this.columns = axes.get(0);
        this.rows = axes.get(1);
        this.phases = phases;
    }

    /** The phase of a wave in turns, in the middle of cell (0, 0). */
    double phase(int wave) {
        return phases[wave];
    }

    /**
     * Adds the waves and overtones over a rectangle of points, each weighted by its point's share:
     * the sines of all of them, then the cosines.
     *
     * @param perCell points along a cell
     * @param shares of the points
     * @param into {@code [C, h, w]}
     * @param at where the sines begin
     */
    void add(CellRegion points, int perCell, double[] shares, float[] into, int at) {
        double[][] across = turns(columns, points.left(), points.width(), perCell, new double[0]);
        double[][] down = turns(rows, points.top(), points.height(), perCell, phases);
        for (int turn = 0; turn < spec.turns(); turn++) {
            int sines = at + turn * points.cells();
            int cosines = sines + spec.turns() * points.cells();
            add(Circle.of(across[turn]), Circle.of(down[turn]), shares, into, sines, cosines);
        }
    }

    private static void add(
            Circle across, Circle down, double[] shares, float[] into, int sines, int cosines) {
        int width = across.sines.length;
        for (int point = 0; point < shares.length; point++) {
            if (shares[point] == 0) {
                continue; // in a grid of textures most shares are 0
            }
            int x = point % width;
            int y = point / width;
            double sine = across.sines[x] * down.cosines[y] + across.cosines[x] * down.sines[y];
            double cosine = across.cosines[x] * down.cosines[y] - across.sines[x] * down.sines[y];
            into[sines + point] += (float) (shares[point] * sine);
            into[cosines + point] += (float) (shares[point] * cosine);
        }
    }

    /** Phases along one axis: of every wave, then of every overtone. */
    private double[][] turns(WavePhases axis, long from, int count, int perCell, double[] start) {
        double[][] turns = new double[spec.turns()][];
        for (int wave = 0; wave < spec.waves(); wave++) {
            turns[wave] = axis.turns(wave, from, count, perCell);
            for (int i = 0; i < count && wave < start.length; i++) {
                turns[wave][i] += start[wave];
            }
        }
        for (int i = 0; i < spec.overtones().size(); i++) {
            turns[spec.waves() + i] = overtone(spec.overtones().get(i), turns);
        }
        return turns;
    }

    private static double[] overtone(Overtone overtone, double[][] waves) {
        double[] turns = new double[waves[0].length];
        for (int i = 0; i < turns.length; i++) {
            double second = overtone.second() == 0 ? 0 : overtone.second() * waves[1][i];
            turns[i] = overtone.first() * waves[0][i] + second;
        }
        return turns;
    }

    /** Sines and cosines along one axis; those of a place are sums of products of both axes'. */
    private record Circle(double[] sines, double[] cosines) {

        static Circle of(double[] turns) {
            double[] sines = new double[turns.length];
            double[] cosines = new double[turns.length];
            for (int i = 0; i < turns.length; i++) {
                sines[i] = StrictMath.sin(2 * Math.PI * turns[i]);
                cosines[i] = StrictMath.cos(2 * Math.PI * turns[i]);
            }
            return new Circle(sines, cosines);
        }
    }

    /**
     * The phases of a texture's waves along one axis of the plane, in turns. A phase is reduced to
     * one turn before its sine is taken, so that a wave stays exact for {@code |cell| < 2^44}: the
     * wave number is rounded to 24 bits and the coordinate split into halves of 22, and a product
     * of the two then fits a double. On an axis that repeats, waves have whole cycles per period,
     * and their phases are reduced in integers.
     */
    private static final class WavePhases {

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
            double slope =
                    period == 0 ? cyclesPerCell[wave] : (double) cyclesPerPeriod[wave] / period;
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
}
