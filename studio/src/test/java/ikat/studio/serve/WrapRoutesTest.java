package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.studio.Studio;
import ikat.studio.web.StudioSettings;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of pictures that repeat, on a model whose cells are 8 pixels. */
class WrapRoutesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir private static Path folder;
    private static Path file;
    private static Studio studio;

    @BeforeAll
    static void start() throws IOException {
        file = NamedModels.named(folder.resolve("forest.safetensors"));
        StudioSettings settings = StudioSettings.local(folder, Optional.empty());
        studio = Studio.start(settings, new FakeWorkshop());
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void aPictureIsOnePeriodOfAPlaneThatRepeats() throws Exception {
        BufferedImage picture = picture("wrap.png", "texture=moss&seed=7&width=64&height=72");

        byte[] elsewhere = plane("moss", 7, 64, 72).render(new PixelRegion(-1000, 40, 64, 72));
        for (int i = 0; i < 64 * 72; i++) {
            int x = Math.floorMod(-1000 + i % 64, 64);
            int y = (40 + i / 64) % 72;
            assertThat(picture.getRGB(x, y) & 0xffffff).isEqualTo(colour(elsewhere, i));
        }
    }

    @Test
    void theCertificateTellsWhatWasCompared() throws Exception {
        JsonNode told = json("texture=bark&width=64&height=96");

        assertThat(told.get("seamless").asBoolean()).isTrue();
        assertThat(told.get("x").get("repeatsExactly").asBoolean()).isTrue();
        assertThat(told.get("y").get("repeatsExactly").asBoolean()).isTrue();
        assertThat(told.get("x").get("pixelsCompared").asLong()).isEqualTo(64 * 96);
        assertThat(told.get("model").asString()).isEqualTo("forest.safetensors");
        assertThat(told.get("picture").asString()).isEqualTo("forest-bark-0-64x96-xy.png");
    }

    @Test
    void aSideThatDoesNotRepeatMayHaveAnyLength() throws Exception {
        JsonNode told = json("texture=bark&width=64&height=77&wrap=x");

        assertThat(told.get("x").get("repeatsExactly").asBoolean()).isTrue();
        assertThat(told.get("y").get("wraps").asBoolean()).isFalse();
        assertThat(picture("wrap.png", "texture=bark&width=64&height=77&wrap=x").getHeight())
                .isEqualTo(77);
    }

    @Test
    void aSizeThatBendsTheWavesComesWithAGentlerOne() throws Exception {
        JsonNode told = json("texture=bark&width=64&height=64");

        double change = told.get("largestChange").asDouble();
        assertThat(change).isGreaterThan(0.05);
        assertThat(told.get("gentler").get("largestChange").asDouble()).isLessThan(change);
        assertThat(told.get("gentler").get("width").asLong() % 8).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width=70&height=64 | the size is 70x64, but a picture that wraps is made of whole"
                        + " cells of 8 px; the two nearest sizes are 64x64 and 72x64",
                "width=63 | width is 63, but must be from 64 to 4096",
                "height=5000 | height is 5000, but must be from 64 to 4096",
                "wrap=yx | wrap is yx, but must be one of x, y, xy",
            })
    void aSizeThatDoesNotFitIsRefusedInASentence(String query, String sentence) throws Exception {
        HttpResponse<byte[]> answer = get("wrap.png", "texture=bark&" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(sentence);
    }

    @Test
    void aTextureThatIsNotThereIsRefusedAtOnce() throws Exception {
        assertThat(get("wrap.json", "texture=lava").statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerIsKeptByItsTag() throws Exception {
        HttpResponse<byte[]> first = get("wrap.jpg", "texture=bark&width=64&height=64");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                HttpRequest.newBuilder(first.uri()).header("If-None-Match", tag).build();

        assertThat(first.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(CLIENT.send(again, BodyHandlers.discarding()).statusCode()).isEqualTo(304);
    }

    private static PixelSource plane(String texture, long seed, int width, int height)
            throws IOException {
        TextureModel model = TextureModel.read(file);
        return new ZoomablePlane(
                        model,
                        opened -> Engines.named("java", opened, 1),
                        new NoiseField(
                                model,
                                seed,
                                new GlobalField.Constant(Textures.of(model).parse(texture)),
                                new Boundary.Wrapping(width / 8, height / 8)),
                        Detail.NETWORK)
                .level(0);
    }

    private static int colour(byte[] pixels, int i) {
        return (pixels[3 * i] & 0xff) << 16
                | (pixels[3 * i + 1] & 0xff) << 8
                | pixels[3 * i + 2] & 0xff;
    }

    private static BufferedImage picture(String name, String query) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(get(name, query).body()));
    }

    private static JsonNode json(String query) throws Exception {
        return JSON.readTree(get("wrap.json", query).body());
    }

    private static HttpResponse<byte[]> get(String name, String query) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(
                                studio.address()
                                        .resolve("/api/models/forest/" + name + "?" + query))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
