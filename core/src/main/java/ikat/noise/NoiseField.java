package ikat.noise;

import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import java.util.ArrayList;
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
    private final int cellPixels;
    private final LocalNoise local;
    private final GlobalField texture;
    private final Boundary boundary;
    private final List<TextureWaves> waves;

    /** The endless plane of a model, with a texture drawn where the model has several. */
    public static NoiseField endless(TextureModel model, long seed) {
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(seed));
        return new NoiseField(model, seed, texture, Boundary.ENDLESS);
    }

    /** Lays out a plane that stands still. */
    public NoiseField(TextureModel model, long seed, GlobalField texture, Boundary boundary) {
        this(model, seed, texture, boundary, Motion.STILL);
    }

    /**
     * Lays out a plane.
     *
     * @param seed of the local channels and the waves' phases
     * @param texture which texture stands where; its vectors must have as many values as the model
     *     has global channels
     * @param boundary whether the plane repeats; where it does, each wave is rounded to whole
     *     cycles
     * @param motion how far the plane has moved in time
     * @throws IllegalArgumentException if the texture does not suit the model or cannot close where
     *     the plane repeats
     */
    public NoiseField(
            TextureModel model, long seed, GlobalField texture, Boundary boundary, Motion motion) {
        this.spec = model.spec().noise();
        this.cellPixels = model.spec().cellPixels();
        this.local = new LocalNoise(seed, motion);
        this.boundary = boundary;
        this.texture =
                boundary instanceof Boundary.Wrapping w
                        ? texture.repeating(w.cellsX() * cellPixels, w.cellsY() * cellPixels)
                        : texture;
        this.waves = new ArrayList<>();
        double[] phases = phases(seed, motion);
        for (GlobalVector vector : this.texture.textures()) {
            check(vector);
            waves.add(new TextureWaves(model, vector, boundary, phases));
        }
    }

    private double[] phases(long seed, Motion motion) {
        double[] phases = new double[spec.waves()];
        long key = CounterRandom.key(seed, PHASES);
        double travelled = motion.travel() - Math.floor(motion.travel());
        for (int w = 0; w < phases.length; w++) {
            phases[w] = CounterRandom.unit(key, w) + travelled;
        }
        return phases;
    }

    private void check(GlobalVector vector) {
        if (vector.size() != spec.globalChannels()) {
            throw new IllegalArgumentException(
                    "the global vector has "
                            + vector.size()
                            + " values, but the model has "
                            + spec.globalChannels()
                            + " global channels");
        }
    }

    /** Whether the plane repeats. */
    public Boundary boundary() {
        return boundary;
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
        if (spec.globalChannels() + spec.waves() > 0) {
            double[][] shares = shares(region);
            fillGlobal(region, shares, noise);
            fillWaves(region, shares, noise);
        }
        return noise;
    }

    private void fillLocal(CellRegion region, float[] noise) {
        int at = 0;
        for (int channel = 0; channel < spec.localChannels(); channel++) {
            long key = local.key(channel);
            for (int y = 0; y < region.height(); y++) {
                long row = boundary.row(region.top() + y);
                for (int x = 0; x < region.width(); x++) {
                    noise[at++] = local.at(key, boundary.column(region.left() + x), row);
                }
            }
        }
    }

    /** The share of each texture in each cell, {@code [textures][cells]}. */
    private double[][] shares(CellRegion region) {
        int textures = texture.textures().size();
        double[][] shares = new double[textures][region.cells()];
        if (textures == 1) {
            Arrays.fill(shares[0], 1);
            return shares;
        }
        double[] weights = new double[textures];
        for (int cell = 0; cell < region.cells(); cell++) {
            long column = boundary.column(region.left() + cell % region.width());
            long row = boundary.row(region.top() + cell / region.width());
            texture.weigh(
                    column * cellPixels + cellPixels / 2,
                    row * cellPixels + cellPixels / 2,
                    weights);
            for (int t = 0; t < textures; t++) {
                shares[t][cell] = weights[t];
            }
        }
        return shares;
    }

    private void fillGlobal(CellRegion region, double[][] shares, float[] noise) {
        List<GlobalVector> textures = texture.textures();
        int at = spec.localChannels() * region.cells();
        for (int channel = 0; channel < spec.globalChannels(); channel++) {
            for (int cell = 0; cell < region.cells(); cell++) {
                double value = 0;
                for (int t = 0; t < shares.length; t++) {
                    value += shares[t][cell] * textures.get(t).values().get(channel);
                }
                noise[at++] = (float) value;
            }
        }
    }

    private void fillWaves(CellRegion region, double[][] shares, float[] noise) {
        int sines = (spec.localChannels() + spec.globalChannels()) * region.cells();
        int cosines = sines + spec.turns() * region.cells();
        for (int t = 0; t < shares.length; t++) {
            double[][] turns = waves.get(t).turns(region);
            for (int wave = 0; wave < turns.length; wave++) {
                for (int cell = 0; cell < region.cells(); cell++) {
                    if (shares[t][cell] == 0) {
                        continue; // most cells of a grid of textures have one
                    }
                    double angle = 2 * Math.PI * turns[wave][cell];
                    int at = wave * region.cells() + cell;
                    noise[sines + at] += (float) (shares[t][cell] * StrictMath.sin(angle));
                    noise[cosines + at] += (float) (shares[t][cell] * StrictMath.cos(angle));
                }
            }
        }
    }
}
