package ikat.noise;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import ikat.texture.CounterRandom;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The endless seeded plane of noise: local, global and periodic channels at any cell (PSGAN, arXiv
 * 1705.06566, section 3). Two samples that overlap agree bit for bit. Immutable, safe for use by
 * many threads.
 */
public final class NoiseField {

    /*
     * Design: each value is a pure function of the seed, the channel and the cell. Nothing is drawn
     * in sequence and nothing is kept, so tiles can be sampled in any order and on any thread, a
     * place is the same however it was reached, and a plane of 2^40 cells costs as much as one cell.
     *
     * Local channels hash seed, stage, channel, column and row to 24 bits, a counter-based generator
     * [2] with the finaliser of SplitMix64 [3] as its mixing function. A cell that was drawn anew
     * mixes its generation into the key; generation 0 leaves the key as it is, so that a plane
     * without rerolls is the same as before there were any. Drift moves each value along a triangle
     * wave, under which it stays uniform.
     *
     * Global channels are the field's textures, weighted by their shares at the middle of the cell.
     *
     * Periodic channels are sin and cos of <k, x> + phase for the wave vectors k of each texture [1,
     * equation 5]. Where textures meet, their channels are mixed and not their wave vectors: a wave
     * whose vector changed from place to place would chirp, the more the farther from the origin.
     * A phase is split into a part for the column and one for the row, so that a region of w x h
     * points takes w + h sines and the rest are sums of products. Each part is reduced to one turn
     * in exact arithmetic first (WavePhases), and the sines are those of StrictMath: overlapping
     * samples then agree bit for bit on every machine.
     *
     * Where the plane repeats, local noise is taken from the first period, each wave is rounded to
     * whole cycles per period (WholeCycles), and the field closes itself (GlobalField.repeating).
     *
     * [1] Bergmann, Jetchev, Vollgraf: Learning texture manifolds with the periodic spatial GAN.
     *     arXiv 1705.06566, 2017.
     * [2] Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC 2011.
     * [3] Steele, Lea, Flood: Fast splittable pseudorandom number generators. OOPSLA 2014.
     */

    private static final long PHASES = -1;

    private final ModelSpec spec;
    private final long seed;
    private final GlobalField given;
    private final Motion motion;
    private final Rerolls rerolls;
    private final LocalNoise local;
    private final GlobalField texture;
    private final Boundary boundary;
    private final List<TextureWaves> waves;

    /** The endless plane of a model, with a random texture if the model has several. */
    public static NoiseField endless(TextureModel model, long seed) {
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(seed));
        return new NoiseField(model, seed, texture, Boundary.ENDLESS);
    }

    /** Creates a plane at rest. */
    public NoiseField(TextureModel model, long seed, GlobalField texture, Boundary boundary) {
        this(model, seed, texture, boundary, Motion.STILL, Rerolls.NONE);
    }

    /**
     * Creates a plane that has moved in time and in which some cells were drawn anew.
     *
     * @param seed of the local channels and the waves' phases
     * @param texture which texture stands where; its vectors must have as many values as the model
     *     has global channels
     * @param boundary whether the plane repeats; where it does, each wave is rounded to whole
     *     cycles
     * @param motion how far the plane has moved in time
     * @param rerolls which cells have other local noise than the seed gives; on a plane that
     *     repeats, those of its first period count
     * @throws IllegalArgumentException if the texture does not suit the model or cannot close where
     *     the plane repeats
     */
    public NoiseField(
            TextureModel model,
            long seed,
            GlobalField texture,
            Boundary boundary,
            Motion motion,
            Rerolls rerolls) {
        this.spec = model.spec();
        this.seed = seed;
        this.given = texture;
        this.motion = motion;
        this.rerolls = rerolls;
        int cellPixels = spec.cellPixels();
        this.local = new LocalNoise(seed, motion.drift(), boundary, rerolls);
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
        double[] phases = new double[spec.noise().waves()];
        long key = CounterRandom.key(seed, PHASES);
        double travelled = motion.travel() - Math.floor(motion.travel());
        for (int w = 0; w < phases.length; w++) {
            phases[w] = CounterRandom.unit(key, w) + travelled;
        }
        return phases;
    }

    private void check(GlobalVector vector) {
        if (vector.size() != spec.noise().globalChannels()) {
            throw new IllegalArgumentException(
                    "the global vector has %s values, but the model has %s global channels"
                            .formatted(vector.size(), spec.noise().globalChannels()));
        }
    }

    /**
     * The same plane for a model of a reduced size.
     *
     * @param model whose cells are smaller
     */
    public NoiseField at(TextureModel model) {
        int times = spec.cellPixels() / model.spec().cellPixels();
        GlobalField field = times == 1 ? given : new GlobalField.Shrunk(given, times);
        return new NoiseField(model, seed, field, boundary, motion, rerolls);
    }

    /** This plane under another field, without redrawn cells. */
    public NoiseField under(TextureModel model, GlobalField other) {
        return new NoiseField(model, seed, other, boundary, motion, Rerolls.NONE);
    }

    /** This plane at another time. */
    public NoiseField moved(TextureModel model, Motion other) {
        return new NoiseField(model, seed, given, boundary, other, rerolls);
    }

    /** How far the plane has moved in time. */
    public Motion motion() {
        return motion;
    }

    /** The seed of the plane. */
    public long seed() {
        return seed;
    }

    /** Which texture stands where, closed where the plane repeats. */
    public GlobalField texture() {
        return texture;
    }

    /** Whether the plane repeats. */
    public Boundary boundary() {
        return boundary;
    }

    /**
     * The phase of a wave in the middle of cell (0, 0), in radians.
     *
     * @param wave in the order of the model
     */
    public double phase(int wave) {
        return 2 * Math.PI * waves.get(0).phase(wave);
    }

    /**
     * The noise of a rectangle of cells, as it enters the first stage.
     *
     * @return {@code [C, h, w]} with C = {@link NoiseSpec#channels()}: local, global, and where the
     *     waves enter there, sines and cosines of the waves and their overtones
     */
    public float[] sample(CellRegion region) {
        return sample(0, region);
    }

    /**
     * The noise that enters each stage.
     *
     * @param regions for each stage, the part of its grid
     * @return for each stage {@code [C, h, w]} with C = {@link NoiseSpec#channelsInto(int)}
     */
    public List<float[]> samples(List<CellRegion> regions) {
        List<float[]> samples = new ArrayList<>();
        for (int stage = 0; stage < regions.size(); stage++) {
            samples.add(sample(stage, regions.get(stage)));
        }
        return samples;
    }

    private float[] sample(int stage, CellRegion points) {
        int channels = spec.noise().channelsInto(stage);
        float[] noise = new float[Math.multiplyExact(channels, points.cells())];
        int fresh = spec.noise().localInto(stage);
        int perCell = spec.pointsPerCell(stage);
        local.fill(stage, points, perCell, fresh, noise);
        int at = fresh * points.cells();
        if (noise.length > at) {
            double[][] shares = shares(stage, points);
            if (spec.noise().globalInto(stage) > 0) {
                at = fillGlobal(points, shares, noise, at);
            }
            for (int t = 0; noise.length > at && t < shares.length; t++) {
                if (Arrays.stream(shares[t]).anyMatch(share -> share > 0)) {
                    waves.get(t).add(points, perCell, shares[t], noise, at);
                }
            }
        }
        return noise;
    }

    /**
     * The share of each texture of the field where a stage adapts to them.
     *
     * @param points of the stage's grid
     * @return {@code [textures][points]}, at each point of sum 1
     */
    public double[][] shares(int stage, CellRegion points) {
        int textures = texture.textures().size();
        double[][] shares = new double[textures][points.cells()];
        if (textures == 1) {
            Arrays.fill(shares[0], 1);
            return shares;
        }
        double[] weights = new double[textures];
        int perCell = spec.pointsPerCell(stage);
        int side = spec.cellPixels() / perCell;
        int sharpness = spec.noise().sharpness(stage);
        for (int point = 0; point < points.cells(); point++) {
            long column = boundary.column(points.left() + point % points.width(), perCell);
            long row = boundary.row(points.top() + point / points.width(), perCell);
            texture.weigh(column * side + side / 2, row * side + side / 2, weights);
            sharpen(weights, sharpness);
            for (int t = 0; t < textures; t++) {
                shares[t][point] = weights[t];
            }
        }
        return shares;
    }

    /** Raises shares to a power, and lets them sum to 1 again. */
    static void sharpen(double[] weights, int power) {
        if (power == 1) {
            return;
        }
        double greatest = Arrays.stream(weights).max().orElse(1);
        double sum = 0;
        for (int t = 0; t < weights.length; t++) {
            weights[t] = StrictMath.pow(weights[t] / greatest, power);
            sum += weights[t];
        }
        for (int t = 0; t < weights.length; t++) {
            weights[t] /= sum;
        }
    }

    /** Returns where the global channels end. */
    private int fillGlobal(CellRegion region, double[][] shares, float[] noise, int from) {
        List<GlobalVector> textures = texture.textures();
        int at = from;
        for (int channel = 0; channel < spec.noise().globalChannels(); channel++) {
            for (int cell = 0; cell < region.cells(); cell++) {
                double value = 0;
                for (int t = 0; t < shares.length; t++) {
                    value += shares[t][cell] * textures.get(t).values().get(channel);
                }
                noise[at++] = (float) value;
            }
        }
        return at;
    }
}
