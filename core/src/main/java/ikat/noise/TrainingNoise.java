package ikat.noise;

import ikat.model.NoiseSpec;

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

    /** For each sample the share of the first of two mixed textures, uniform in (0, 1). */
    public float[] mixtures(long step, int batch) {
        float[] shares = draw(MIXTURE + step, batch);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + 1) / 2;
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
