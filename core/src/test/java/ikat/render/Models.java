package ikat.render;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Models of random weights, for tests. */
public final class Models {

    private static final Map<String, float[]> BY_HAND =
            Map.of(
                    "stages.0.weight", new float[] {1, 2, -1, 0.5f},
                    "stages.0.norm.weight", new float[] {2},
                    "stages.0.norm.bias", new float[] {0.5f},
                    "stages.0.norm.running_mean", new float[] {0.25f},
                    "stages.0.norm.running_var", new float[] {0.25f - 1e-5f},
                    "stages.1.weight", new float[] {-0.05f, 0, 0, 0, 0.1f, 0.2f, 0, 0, 0},
                    "stages.1.bias", new float[] {0.05f});

    private Models() {}

    /** Colour, waves, no global channels. */
    public static TextureModel periodic() {
        return random(new NoiseSpec(3, 0, 2, List.of(new Overtone(1, 1))), 0, 3, 3);
    }

    /** Colour, local channels only. */
    public static TextureModel local() {
        return random(new NoiseSpec(4, 0, 0), 0, 3, 3);
    }

    /** Colour, all three kinds of noise. */
    public static TextureModel manifold() {
        return random(new NoiseSpec(3, 2, 2, List.of(new Overtone(2, -1))), 5, 3, 3);
    }

    /**
     * All three kinds of noise, and names.
     *
     * @param codes of all textures, two values each
     */
    public static TextureModel named(List<NamedTexture> textures, float... codes) {
        TextureModel plain = manifold();
        ModelSpec shape = plain.spec();
        ModelSpec spec =
                new ModelSpec(
                        shape.noise(),
                        shape.stages(),
                        shape.colour(),
                        shape.waveHidden(),
                        textures,
                        0);
        Map<String, Weight> weights = new LinkedHashMap<>(plain.weights().asMap());
        weights.put("textures.codes", new Weight(new int[] {codes.length / 2, 2}, codes));
        return new TextureModel(spec, Weights.of(weights), Map.of(), provenance());
    }

    /** All three kinds of noise, with the waves entering the last two stages only. */
    public static TextureModel fineWaves() {
        return ofAllNoise(List.of(1, 2), List.of(), List.of());
    }

    /** The same, with fresh noise on the grids of the last two stages. */
    public static TextureModel fineNoise() {
        return ofAllNoise(List.of(0, 2), List.of(2, 1), List.of());
    }

    /** All three kinds of noise, with the global channels entering the middle stage, too. */
    public static TextureModel lateGlobals() {
        return ofAllNoise(List.of(1, 2), List.of(), List.of(1));
    }

    private static TextureModel ofAllNoise(
            List<Integer> waveStages, List<Integer> fineChannels, List<Integer> globalStages) {
        List<Overtone> overtones = List.of(new Overtone(2, -1));
        return random(
                new NoiseSpec(3, 2, 2, overtones, waveStages, fineChannels, globalStages), 5, 3, 3);
    }

    /** One of each kind that makes an endless plane. */
    public static Stream<TextureModel> all() {
        return Stream.of(
                local(), periodic(), manifold(), fineWaves(), fineNoise(), lateGlobals(), grey());
    }

    /** A picture of one cell, between zeros. */
    public static TextureModel bordered() {
        TextureModel plain = local();
        ModelSpec shape = plain.spec();
        ModelSpec spec =
                new ModelSpec(
                        shape.noise(),
                        shape.stages(),
                        shape.colour(),
                        shape.waveHidden(),
                        shape.textures(),
                        shape.cellPixels());
        return new TextureModel(spec, plain.weights(), Map.of(), provenance());
    }

    /** One colour channel, five stages. */
    public static TextureModel grey() {
        return random(new NoiseSpec(3, 0, 1), 0, 5, 1);
    }

    /**
     * Two stages of one channel, with weights that can be reckoned with by hand: points times 1, 2,
     * -1 and 0.5 to a block, batch norm of {@code 4 x - 0.5} and ReLU; then three taps of a 3x3
     * kernel, and tanh.
     */
    static TextureModel byHand() {
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(1, 0, 0),
                        List.of(
                                new Stage(1, 1, 1, 2, true, Activation.RELU),
                                new Stage(1, 1, 3, 1, false, Activation.TANH)),
                        new ColourAxes(List.of(0.1f), List.of(0.5f)),
                        0);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach((name, shape) -> weights.put(name, new Weight(shape, BY_HAND.get(name))));
        return new TextureModel(spec, Weights.of(weights), Map.of(), provenance());
    }

    /** A model of random weights. */
    public static TextureModel random(NoiseSpec noise, int waveHidden, int depth, int colours) {
        List<Stage> stages = new ArrayList<>();
        int in = noise.channels();
        for (int i = 0; i < depth - 1; i++) {
            stages.add(new Stage(in, 6, 3, 2, true, Activation.RELU));
            in = 6 + noise.channelsInto(i + 1);
        }
        stages.add(new Stage(in, colours, 3, 2, false, Activation.TANH));
        ColourAxes colour =
                colours == 1
                        ? new ColourAxes(List.of(0.1f), List.of(0.8f))
                        : new ColourAxes(
                                List.of(0.1f, 0f, -0.1f),
                                List.of(.6f, .2f, 0f, .5f, -.2f, .1f, .4f, 0f, -.2f));
        ModelSpec spec = new ModelSpec(noise, stages, colour, waveHidden);
        return new TextureModel(spec, weights(spec), Map.of(), provenance());
    }

    static Weights weights(ModelSpec spec) {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            int size = 1;
                            for (int side : shape) {
                                size *= side;
                            }
                            float[] values = new float[size];
                            for (int i = 0; i < size; i++) {
                                values[i] =
                                        (float)
                                                (name.endsWith("running_var")
                                                        ? random.nextDouble(0.5, 2)
                                                        : random.nextGaussian()
                                                                * (name.startsWith("waves")
                                                                        ? 1
                                                                        : 0.3));
                            }
                            weights.put(name, new Weight(shape, values));
                        });
        return Weights.of(weights);
    }

    static Provenance provenance() {
        return new Provenance(
                List.of(), "test", "none", "17", 5, 0, Duration.ZERO, Instant.EPOCH, null);
    }
}
