package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.studio.RunningStudio.Answer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that hold their pictures, beside one that does not. */
class WovenOverHttpTest {

    private static final String TILE = "/api/models/felt/tiles/12/1/0.png?texture=bark&size=64";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() throws IOException {
        Path plain = NamedModels.named(folder.resolve("plain.safetensors"));
        Weaves.woven(TextureModel.read(plain)).write(folder.resolve("felt.safetensors"));
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    @Test
    void modelsSayWhatTheyShow() {
        assertThat(studio.get("/api/models/felt").json().get("woven").asBoolean()).isTrue();
        assertThat(studio.get("/api/models/felt").json().get("detail").asString())
                .isEqualTo("woven");
        assertThat(studio.get("/api/models/cloth").json().get("woven").asBoolean()).isFalse();
        assertThat(studio.get("/api/models/cloth").json().get("detail").asString())
                .isEqualTo("network");
    }

    @Test
    void tilesAreWovenUnlessTheNetworkIsAskedFor() {
        int[] usual = studio.get(TILE).pixels();
        assertThat(studio.get(TILE + "&detail=woven").pixels()).isEqualTo(usual);
        int[] network = studio.get(TILE + "&detail=network").pixels();
        assertThat(network).isNotEqualTo(usual);
        assertThat(studio.get(TILE.replace("felt", "plain")).pixels()).isEqualTo(network);
    }

    @Test
    void tilesJoin() {
        int[] whole =
                studio.get("/api/models/felt/tiles/12/0/0.png?texture=bark&size=128").pixels();
        int[] right = studio.get(TILE).pixels();
        for (int y = 0; y < 64; y++) {
            assertThat(Arrays.copyOfRange(right, 64 * y, 64 * y + 64))
                    .isEqualTo(Arrays.copyOfRange(whole, 128 * y + 64, 128 * y + 128));
        }
    }

    @Test
    void whatCannotBeWovenIsRefused() {
        Answer none = studio.get(TILE.replace("felt", "cloth") + "&detail=woven");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.detail()).contains("holds no exemplar");
        Answer other = studio.get(TILE + "&detail=fine");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.detail()).contains("network").contains("woven");
    }

    @Test
    void theExemplarOfATextureIsSentPixelByPixel() throws IOException {
        Weave weave = TextureModel.read(folder.resolve("felt.safetensors")).weave();
        assertThat(weave).isNotNull();
        for (int i = 0; i < 3; i++) {
            String name = List.of("bark", "moss", "palace").get(i);
            Answer answer = studio.get("/api/models/felt/exemplar.png?texture=" + name);
            Pixels held = weave.sources().get(i).picture();
            BufferedImage image = held.inColour().toImage();
            assertThat(answer.header("ETag")).isNotEmpty();
            assertThat(answer.pixels())
                    .isEqualTo(
                            image.getRGB(0, 0, held.width(), held.height(), null, 0, held.width()));
        }
    }

    @Test
    void whatHoldsNoPictureHasNoneAndNoScore() {
        for (String end : List.of("exemplar.png", "score")) {
            Answer none = studio.get("/api/models/cloth/" + end);
            assertThat(none.status()).isEqualTo(404);
            assertThat(none.detail()).contains("cloth does not hold its pictures");
            Answer mixture = studio.get("/api/models/felt/" + end + "?texture=0.5*bark%2B0.5*moss");
            assertThat(mixture.status()).isEqualTo(404);
            assertThat(mixture.detail()).contains("a mixture has no picture");
        }
    }

    @Test
    void aPlaneIsScoredByItsExemplar() {
        Answer answer = studio.get("/api/models/felt/score?texture=bark&seed=4");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("overall").asDouble()).isEqualTo(1);
        assertThat(answer.json().get("seeds").toString()).isEqualTo("[4,5,6]");
        new DescribedAnswers(studio.get("/api/openapi.json").json())
                .check("get", "/api/models/{model}/score", answer);
    }

    @Test
    void wrapsAndIiifKnowIt() {
        String wrap = "/api/models/felt/wrap.png?texture=bark&width=64&height=64";
        assertThat(studio.get(wrap).pixels())
                .isNotEqualTo(studio.get(wrap + "&detail=network").pixels());
        String iiif = "/iiif/3/felt~texture=bark%s/0,0,64,64/max/0/default.png";
        assertThat(studio.get(iiif.formatted("")).pixels())
                .isNotEqualTo(studio.get(iiif.formatted("~detail=network")).pixels());
    }
}
