package ikat.noise;

import ikat.model.NoiseSpec;
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

    /** Local channels {@code [batch, local, cells]}, uniform in (-1, 1). */
    public float[] local(long step, int batch, int cells) {
        return draw(LOCAL + step, batch * spec.localChannels() * cells);
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
     * How samples go over from their own texture into another: 1 in all cells of the first samples;
     * in each of the last ones a ramp from 0 to 1 of any direction, place and breadth, from a
     * border as sharp as a cell to one broader than the sample.
     *
     * @param mixed number of samples that go over
     * @return {@code [batch, height, width]}, each from 0 to 1
     */
    public float[] mixtures(long step, int batch, int mixed, int width, int height) {
        float[] shares = new float[batch * width * height];
        Arrays.fill(shares, 1);
        float[] drawn = draw(MIXTURE + step, 3 * mixed);
        for (int i = 0; i < mixed; i++) {
            double angle = Math.PI * drawn[3 * i];
            double middle = drawn[3 * i + 1] * width / 3.0;
            double breadth = 1 + 1.5 * width * Math.pow(drawn[3 * i + 2], 2);
            int at = (batch - mixed + i) * width * height;
            for (int cell = 0; cell < width * height; cell++) {
                double x = cell % width - (width - 1) / 2.0;
                double y = cell / width - (height - 1) / 2.0;
                double across = x * Math.cos(angle) + y * Math.sin(angle) - middle;
                shares[at + cell] = (float) Math.max(0, Math.min(1, 0.5 + across / breadth));
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
