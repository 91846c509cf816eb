package ikat.noise;

import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.TextureModel;

/** The waves and overtones of one texture over the plane. */
final class TextureWaves {

    private final NoiseSpec spec;
    private final Axis columns;
    private final Axis rows;
    private final double[] phases;

    /**
     * @param phases of the waves in turns
     */
    TextureWaves(TextureModel model, GlobalVector texture, Boundary boundary, double[] phases) {
        this.spec = model.spec().noise();
        WaveVectors waves = WaveVectors.of(model.spec(), model.weights(), texture.toArray());
        this.columns = Axis.across(waves, boundary);
        this.rows = Axis.down(waves, boundary);
        this.phases = phases;
    }

    /** The phase in turns of every wave, then of every overtone, in every cell. */
    double[][] turns(CellRegion region) {
        double[][] turns = new double[spec.turns()][];
        for (int wave = 0; wave < spec.waves(); wave++) {
            turns[wave] = wave(wave, region);
        }
        for (int i = 0; i < spec.overtones().size(); i++) {
            turns[spec.waves() + i] = overtone(spec.overtones().get(i), turns);
        }
        return turns;
    }

    private double[] wave(int wave, CellRegion region) {
        double[] turns = new double[region.cells()];
        double[] across = columns.turns(wave, region.left(), region.width());
        double[] down = rows.turns(wave, region.top(), region.height());
        int at = 0;
        for (double row : down) {
            for (double column : across) {
                turns[at++] = column + row + phases[wave];
            }
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
}
