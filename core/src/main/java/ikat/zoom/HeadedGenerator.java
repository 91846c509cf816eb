package ikat.zoom;

import ikat.model.ModelSpec;
import ikat.noise.CellRegion;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The engine of a level of one plane, where a model has several textures: the stages that the level
 * keeps and, over their output, a head for each texture. What the later stages make of that output
 * depends on the texture, which no single head can follow. Where textures mix, the predictions of
 * their heads are mixed by their shares.
 */
final class HeadedGenerator implements Generator {

    private final Generator stages;
    private final int kept;
    private final ModelSpec spec;
    private final IntFunction<Generator> heads;
    private final NoiseField plane;
    private final double[][] shares;

    /**
     * Creates an engine.
     *
     * @param stages engine of the model at full size, left open
     * @param kept number of its stages that run
     * @param spec architecture of the level
     * @param heads the engine of each head, left open; asked for what is seen only
     * @param plane the noise of the level
     * @param shares the share of each head in each texture of the plane, {@code [textures][heads]}
     */
    HeadedGenerator(
            Generator stages,
            int kept,
            ModelSpec spec,
            IntFunction<Generator> heads,
            NoiseField plane,
            double[][] shares) {
        this.stages = stages;
        this.kept = kept;
        this.spec = spec;
        this.heads = heads;
        this.plane = plane;
        this.shares = shares;
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public int threads() {
        return stages.threads();
    }

    @Override
    public Generator onOneThread() {
        IntFunction<Generator> slower = head -> heads.apply(head).onOneThread();
        return new HeadedGenerator(stages.onOneThread(), kept, spec, slower, plane, shares);
    }

    @Override
    public float[] features(List<float[]> noise, RegionPlan plan, int count) {
        if (count > kept) {
            throw new IllegalArgumentException(
                    "%s stages are asked for, but heads follow after %s".formatted(count, kept));
        }
        return stages.features(noise, plan, count);
    }

    @Override
    public float[] generate(List<float[]> noise, RegionPlan plan) {
        List<float[]> input = List.of(joined(stages.features(noise, plan, kept), noise.get(kept)));
        RegionPlan last =
                new RegionPlan(
                        plan.pixels(),
                        List.of(plan.inputs().get(kept)),
                        List.of(plan.crops().get(kept)));
        CellRegion pixels =
                new CellRegion(
                        plan.pixels().left(),
                        plan.pixels().top(),
                        plan.pixels().width(),
                        plan.pixels().height());
        double[][] ofTextures = plane.shares(kept, pixels);
        float[] mixed = new float[spec.colourChannels() * pixels.cells()];
        for (int head = 0; head < shares[0].length; head++) {
            float[] share = share(head, ofTextures);
            if (isSeen(share)) {
                add(heads.apply(head).generate(input, last), share, mixed);
            }
        }
        return mixed;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** The share of a head at each pixel. */
    private float[] share(int head, double[][] ofTextures) {
        float[] share = new float[ofTextures[0].length];
        for (int t = 0; t < shares.length; t++) {
            if (shares[t][head] > 0) {
                for (int i = 0; i < share.length; i++) {
                    share[i] += (float) (shares[t][head] * ofTextures[t][i]);
                }
            }
        }
        return share;
    }

    private static boolean isSeen(float[] share) {
        for (float one : share) {
            if (one > 0) {
                return true;
            }
        }
        return false;
    }

    private static void add(float[] colours, float[] share, float[] mixed) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += share[i % share.length] * colours[i];
        }
    }

    @Override
    public void close() {
        // the engines are others'
    }
}
