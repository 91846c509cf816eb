package ikat.noise;

import ikat.model.NoiseSpec;
import ikat.texture.CounterRandom;
import java.util.Arrays;

/**
 * The noise of training batches as a pure function of the seed and the step, so that a resumed
 * training sees what an unbroken one would have seen. Samples of a batch are independent of each
 * other (PSGAN, arXiv 1705.06566, section 3).
 *
 * @param spec how the channels are divided
 * @param seed of all batches
 */
public record TrainingNoise(NoiseSpec spec, long seed) {

    private static final long LOCAL = 1L << 32;
    private static final long GLOBAL = 2L << 32;
    private static final long PHASE = 3L << 32;
    private static final long MIXTURE = 4L << 32;
    private static final long FINE = 5L << 32; // stage by stage

    /** Local channels of a stage {@code [batch, channels, points]}, uniform in (-1, 1). */
    public float[] local(long step, int stage, int batch, int points) {
        long stream = stage == 0 ? LOCAL : FINE + ((long) stage << 32);
        return draw(stream + step, batch * spec.localInto(stage) * points);
    }

    /** Global vectors {@code [batch, global]}, uniform in (-1, 1). */
    public float[] global(long step, int batch) {
        return draw(GLOBAL + step, batch * spec.globalChannels());
    }

    /** Phases {@code [batch, waves]} in radians, uniform in (-π, π). */
    public float[] phases(long step, int batch) {
        float[] phases = draw(PHASE + step, batch * spec.waves());
        for (int i = 0; i < phases.length; i++) {
            phases[i] *= (float) Math.PI;
        }
        return phases;
    }

    /**
     * The share of its own texture at each point of a sample: 1 everywhere in the first samples; in
     * each of the last ones a ramp from 0 to 1 of random direction, place and breadth, from one
     * cell to more than the sample.
     *
     * @param stage whose grid the points are of; in every second step, ramps are as sharp as there
     *     in rendering, and linear in the others, as in a morph
     * @param mixed number of samples with two textures
     * @param cells side of a sample in cells
     * @param columns of the points asked for, in cells to the right of the sample's middle
     * @param rows of the points asked for, in cells below the sample's middle
     * @return {@code [batch, rows, columns]}, each from 0 to 1
     */
    public float[] mixtures(
            long step,
            int stage,
            int batch,
            int mixed,
            int cells,
            double[] columns,
            double[] rows) {
        int points = columns.length * rows.length;
        float[] shares = new float[batch * points];
        Arrays.fill(shares, 1);
        float[] drawn = draw(MIXTURE + step, 3 * mixed);
        double[] both = new double[2];
        int power = step % 2 == 0 ? spec.sharpness(stage) : 1;
        for (int i = 0; i < mixed; i++) {
            double angle = Math.PI * drawn[3 * i];
            double middle = drawn[3 * i + 1] * cells / 3.0;
            double breadth = 1 + 1.5 * cells * Math.pow(drawn[3 * i + 2], 2);
            int at = (batch - mixed + i) * points;
            double right = Math.cos(angle);
            double down = Math.sin(angle);
            for (int point = 0; point < points; point++) {
                double x = columns[point % columns.length];
                double y = rows[point / columns.length];
                double across = x * right + y * down - middle;
                both[0] = Math.max(0, Math.min(1, 0.5 + across / breadth));
                both[1] = 1 - both[0];
                NoiseField.sharpen(both, power);
                shares[at + point] = (float) both[0];
            }
        }
        return shares;
    }

    private float[] draw(long stream, int count) {
        long key = CounterRandom.key(seed, stream);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = CounterRandom.symmetric(key, i, 0);
        }
        return values;
    }
}
