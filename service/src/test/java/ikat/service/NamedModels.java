package ikat.service;

import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small models of random weights whose cells are 8 pixels, for tests. */
public final class NamedModels {

    private static final List<NamedTexture> TEXTURES =
            List.of(
                    new NamedTexture("bark", 1, 1, 64, 64),
                    new NamedTexture("moss", 1, 1, 64, 64),
                    new NamedTexture("palace", 3, 2, 90, 60));

    private NamedModels() {}

    /** Waves, and three textures, one of them with places. */
    public static Path named(Path file) throws IOException {
        return write(file, TEXTURES, 2, 0);
    }

    /** Textures that folders tell apart, and one with marks. */
    public static Path foldered(Path file) throws IOException {
        List<NamedTexture> textures =
                List.of(
                        new NamedTexture("oak/1", 1, 1, 64, 64),
                        new NamedTexture("elm/1", 1, 1, 64, 64),
                        new NamedTexture("बुनाई", 1, 1, 64, 64));
        return write(file, textures, 2, 0);
    }

    /** Global channels without names. */
    public static Path unnamed(Path file) throws IOException {
        return write(file, List.of(), 2, 0);
    }

    /** One cell that becomes one picture of 6 pixels a side. */
    public static Path fixed(Path file) throws IOException {
        return write(file, List.of(), 0, 6);
    }

    /** One texture, local noise and waves only. */
    public static Path single(Path file) throws IOException {
        return write(file, List.of(), 0, 0);
    }

    private static Path write(Path file, List<NamedTexture> textures, int globals, int picture)
            throws IOException {
        NoiseSpec noise = new NoiseSpec(2, globals, 1);
        ModelSpec spec =
                new ModelSpec(
                        noise,
                        List.of(
                                new Stage(noise.channels(), 6, 3, 4, true, Activation.RELU),
                                new Stage(6, 3, 3, 2, false, Activation.TANH)),
                        ColourAxes.identity(3),
                        globals > 0 ? 4 : 0,
                        textures,
                        picture);
        SplittableRandom random = new SplittableRandom(6);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                            float[] values = new float[size];
                            for (int i = 0; i < size; i++) {
                                values[i] = (float) random.nextDouble(0.1, 0.9);
                                values[i] *= name.contains("running") || i % 3 > 0 ? 1 : -1;
                            }
                            weights.put(name, new Weight(shape, values));
                        });
        new TextureModel(spec, Weights.of(weights), Map.of(), provenance()).write(file);
        return file;
    }

    private static Provenance provenance() {
        return new Provenance(
                List.of(), "test", "none", "17", 5, 0, Duration.ZERO, Instant.EPOCH, null);
    }
}
