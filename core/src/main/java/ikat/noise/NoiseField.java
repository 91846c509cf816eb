package ikat.noise;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.TextureModel;
import java.util.Arrays;
import java.util.List;

/**
 * The endless seeded plane of noise: local, global and periodic channels at any cell (PSGAN, arXiv
 * 1705.06566, section 3). Two samples that overlap agree bit for bit. Immutable, safe for use by
 * many threads.
 */
public final class NoiseField {

    private static final long PHASES = -1;

    private final NoiseSpec spec;
    private final long seed;
    private final List<Float> global;
    private final Axis columns;
    private final Axis rows;
    private final double[] phases;

    /**
     * The endless plane of a model, with a texture drawn by the seed where the model has several.
     */
    public static NoiseField endless(TextureModel model, long seed) {
        GlobalField texture = GlobalField.random(model.spec().noise().globalChannels(), seed);
        return new NoiseField(model, seed, texture, Boundary.ENDLESS);
    }

    /**
     * Lays out a plane.
     *
     * @param seed of the local channels and the waves' phases
     * @param texture values of the global channels; must have as many as the model
     * @param boundary whether the plane repeats; where it does, each wave is rounded to whole
     *     cycles
     */
    public NoiseField(TextureModel model, long seed, GlobalField texture, Boundary boundary) {
        ModelSpec shape = model.spec();
        this.spec = shape.noise();
        this.seed = seed;
        this.global = vector(texture, spec.globalChannels());
        WaveVectors waves = WaveVectors.of(shape, model.weights(), floats(global));
        this.columns = Axis.across(waves, boundary);
        this.rows = Axis.down(waves, boundary);
        this.phases = new double[spec.waves()];
        long key = CounterRandom.key(seed, PHASES);
        for (int w = 0; w < phases.length; w++) {
            phases[w] = CounterRandom.unit(key, w);
        }
    }

    /**
     * The noise of a rectangle of cells.
     *
     * @return {@code [C, h, w]} with C = {@link NoiseSpec#channels()}: local, global, sines,
     *     cosines of the waves and their overtones
     */
    public float[] sample(CellRegion region) {
        float[] noise = new float[Math.multiplyExact(spec.channels(), region.cells())];
        fillLocal(region, noise);
        fillGlobal(region, noise);
        fillWaves(region, noise);
        return noise;
    }

    private void fillLocal(CellRegion region, float[] noise) {
        int at = 0;
        for (int channel = 0; channel < spec.localChannels(); channel++) {
            long key = CounterRandom.key(seed, channel);
            for (int y = 0; y < region.height(); y++) {
                long row = rows.wrapped(region.top() + y);
                for (int x = 0; x < region.width(); x++) {
                    noise[at++] =
                            CounterRandom.symmetric(key, columns.wrapped(region.left() + x), row);
                }
            }
        }
    }

    private void fillGlobal(CellRegion region, float[] noise) {
        int at = spec.localChannels() * region.cells();
        for (float value : global) {
            Arrays.fill(noise, at, at += region.cells(), value);
        }
    }

    private void fillWaves(CellRegion region, float[] noise) {
        int sine = (spec.localChannels() + spec.globalChannels()) * region.cells();
        int cosine = sine + spec.turns() * region.cells();
        for (double[] turns : turns(region)) {
            for (double turn : turns) {
                noise[sine++] = (float) StrictMath.sin(2 * Math.PI * turn);
                noise[cosine++] = (float) StrictMath.cos(2 * Math.PI * turn);
            }
        }
    }

    /** The phase in turns of every wave, then of every overtone, in every cell. */
    private double[][] turns(CellRegion region) {
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

    private static List<Float> vector(GlobalField texture, int channels) {
        List<Float> vector = ((GlobalField.Constant) texture).vector();
        if (vector.size() != channels) {
            throw new IllegalArgumentException(
                    "the global vector has "
                            + vector.size()
                            + " values, but the model has "
                            + channels
                            + " global channels");
        }
        return vector;
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }
}
