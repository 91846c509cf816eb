package ikat.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplar;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.render.Models;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenModelTest {

    @TempDir private Path folder;

    @Test
    void aModelMakesTheAskedSizeByItsSeed() throws IOException {
        GivenModel method = read(Models.periodic(), "waves.safetensors");
        assertThat(method.title()).isEqualTo("Ikat, waves.safetensors");
        assertThat(method.source()).startsWith("trained before for ");
        try (LearnedTexture texture = learned(method, Pictures.discs(3, 64, 64))) {
            assertThat(texture.growth()).isEqualTo(Growth.ENDLESS);
            Exemplar made = texture.make(75, 40, 3);
            assertThat(made.width()).isEqualTo(75);
            assertThat(made.height()).isEqualTo(40);
            assertThat(texture.make(75, 40, 3).pixels()).isEqualTo(made.pixels());
            assertThat(texture.make(75, 40, 4).pixels()).isNotEqualTo(made.pixels());
            assertThatThrownBy(() -> texture.make(0, 40, 1)).hasMessageContaining("0x40");
        }
    }

    @Test
    void ofSeveralTexturesItMakesTheOneWithThePicturesName() throws IOException {
        TextureModel model =
                Models.named(
                        List.of(
                                new NamedTexture("painted", 1, 1, 64, 64),
                                new NamedTexture("other", 1, 1, 64, 64)),
                        0.9f,
                        -0.4f,
                        -0.8f,
                        0.3f);
        GivenModel method = read(model, "two.safetensors");
        Exemplar painted = Pictures.discs(3, 64, 64);
        Exemplar other = Exemplar.made("other.png", 3, 64, 64, painted.pixels());
        assertThat(made(method, painted)).isNotEqualTo(made(method, other));
        Exemplar strange = Exemplar.made("strange.png", 3, 64, 64, painted.pixels());
        assertThatThrownBy(() -> learned(method, strange))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "two.safetensors has 2 textures and none is called strange, as the picture"
                                + " is");
    }

    @Test
    void aFileThatIsNotThereIsMissed() {
        assertThatThrownBy(() -> GivenModel.read(folder.resolve("none.safetensors")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private GivenModel read(TextureModel model, String name) throws IOException {
        Path file = folder.resolve(name);
        model.write(file);
        return GivenModel.read(file);
    }

    private static float[] made(GivenModel method, Exemplar exemplar) {
        try (LearnedTexture texture = learned(method, exemplar)) {
            return texture.make(48, 48, 1).pixels();
        }
    }

    private static LearnedTexture learned(GivenModel method, Exemplar exemplar) {
        return method.learn(exemplar, Pictures.effort(1), 1);
    }
}
