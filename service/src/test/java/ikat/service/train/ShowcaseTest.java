package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
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
import ikat.noise.CellRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowcaseTest {

    private static final Provenance ORIGIN =
            new Provenance(
                    List.of(), "test", "fake", "17", 0, 1, Duration.ZERO, Instant.EPOCH, null);

    @Test
    void aModelOfOneCellShowsItsOnlyPicture() {
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(3, 0, 0),
                        List.of(new Stage(3, 1, 1, 8, false, Activation.TANH)),
                        ColourAxes.identity(1),
                        0,
                        List.of(),
                        4);
        Showcase shown = Showcase.ofAll(model(spec), 512, 300);
        assertThat(shown.window()).isEqualTo(new PixelRegion(0, 0, 4, 4));
    }

    @Test
    void namedTexturesStandSideBySide() {
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(1, 1, 0),
                        List.of(new Stage(2, 1, 1, 2, false, Activation.TANH)),
                        ColourAxes.identity(1),
                        0,
                        List.of(
                                new NamedTexture("bark", 1, 1, 64, 64),
                                new NamedTexture("moss", 1, 1, 64, 64)),
                        0);
        Showcase shown = Showcase.ofAll(model(spec), 64, 64);
        float[] noise = shown.field().sample(new CellRegion(0, 0, 32, 1));
        assertThat(noise[32 + 8]).as("bark on the left").isEqualTo(-0.5f);
        assertThat(noise[32 + 24]).as("moss on the right").isEqualTo(0.5f);
        float[] first =
                Showcase.ofFirst(model(spec), 64, 64).field().sample(new CellRegion(0, 0, 32, 1));
        assertThat(Arrays.copyOfRange(first, 32, 64)).containsOnly(-0.5f);
    }

    private static TextureModel model(ModelSpec spec) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                            float[] values = new float[size];
                            if (name.equals("textures.codes")) {
                                values[0] = -0.5f;
                                values[1] = 0.5f;
                            }
                            weights.put(name, new Weight(shape, values));
                        });
        return new TextureModel(spec, Weights.of(weights), Map.of(), ORIGIN);
    }
}
