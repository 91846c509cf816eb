package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.NoiseSpec;
import ikat.model.Precision;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfPrecisionRenderingTest {

    @TempDir private Path folder;

    private TextureModel model;
    private Path full;
    private Path half;

    @BeforeEach
    void write() throws IOException {
        model = model();
        full = folder.resolve("full.safetensors");
        half = folder.resolve("half.safetensors");
        model.write(full);
        model.write(half, Precision.HALF);
    }

    @Test
    void theFileIsHalfAsLarge() throws IOException {
        assertThat((double) Files.size(half) / Files.size(full)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void thePictureStaysTheSameToTheEye() throws IOException {
        assertThat(difference(0)).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void aPatternKeepsItsPlaceFarFromTheOrigin() throws IOException {
        assertThat(difference(1L << 40)).isLessThan(1);
    }

    /** Mean over all samples, in levels of 255. */
    private double difference(long left) throws IOException {
        byte[] expected = render(model, left);
        byte[] actual = render(TextureModel.read(half), left);
        long sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
        }
        return (double) sum / expected.length;
    }

    private static byte[] render(TextureModel model, long left) {
        NoiseField field =
                new NoiseField(
                        model,
                        3,
                        new GlobalField.Constant(Textures.of(model).named("bark")),
                        Boundary.ENDLESS);
        try (Generator generator = Engines.named("java", model, 1)) {
            return new TextureRenderer(generator, field).render(new PixelRegion(left, 0, 128, 128));
        }
    }

    /** Waves that a code bends, and enough channels for the weights to outweigh the header. */
    private static TextureModel model() {
        NoiseSpec noise = new NoiseSpec(8, 2, 2);
        ModelSpec spec =
                new ModelSpec(
                        noise,
                        List.of(
                                new Stage(noise.channels(), 24, 3, 2, true, Activation.RELU),
                                new Stage(24, 12, 3, 2, true, Activation.RELU),
                                new Stage(12, 3, 3, 2, false, Activation.TANH)),
                        ColourAxes.identity(3),
                        5,
                        List.of(new NamedTexture("bark", 1, 1, 64, 64)),
                        0);
        return new TextureModel(spec, Models.weights(spec), Map.of(), Models.provenance());
    }
}
