package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.studio.RunningStudio.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of the material wherever colours are to be had. */
class MaterialOverHttpTest {

    private static final String TILE = "/api/models/rock/tiles/12/1/0.png?texture=bark&size=64";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() throws IOException {
        Path plain = NamedModels.named(folder.resolve("plain.safetensors"));
        Weaves.material(TextureModel.read(plain), false).write(folder.resolve("rock.safetensors"));
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static Pixels picture(String path) throws IOException {
        Answer answer = studio.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Path file = Files.write(folder.resolve("answer"), answer.body());
        return ImageFiles.readData(file, new ArrayList<>());
    }

    @Test
    void modelsSayWhichMapsTheyHave() {
        assertThat(studio.get("/api/models/rock").json().get("maps").toString())
                .isEqualTo("[\"normal\",\"height\",\"roughness\"]");
        assertThat(studio.get("/api/models/cloth").json().get("maps")).isEmpty();
    }

    @Test
    void tilesAreAsDeepAsTheMap() throws IOException {
        assertThat(picture(TILE + "&map=normal").depth()).isEqualTo(Depth.EIGHT);
        assertThat(picture(TILE + "&map=height").depth()).isEqualTo(Depth.SIXTEEN);
        assertThat(picture(TILE + "&map=roughness").depth()).isEqualTo(Depth.SIXTEEN);
        assertThat(picture(TILE.replace(".png", ".jpg") + "&map=height").depth())
                .isEqualTo(Depth.EIGHT);
        assertThat(picture(TILE.replace("12/", "5/") + "&map=normal").channels()).isEqualTo(3);
    }

    @Test
    void tilesOfAMapJoin() throws IOException {
        Pixels whole =
                picture("/api/models/rock/tiles/12/0/0.png?texture=bark&size=128&map=height");
        assertThat(whole.cut(64, 0, 64, 64).bytes())
                .isEqualTo(picture(TILE + "&map=height").bytes());
    }

    @Test
    void wrapsIiifAndDeepZoomKnowMaps() throws IOException {
        String wrap = "/api/models/rock/wrap.%s?texture=bark&width=64&height=64&map=height";
        assertThat(picture(wrap.formatted("png")).depth()).isEqualTo(Depth.SIXTEEN);
        assertThat(studio.get(wrap.formatted("json")).status()).isEqualTo(200);
        assertThat(
                        picture("/iiif/3/rock~texture=bark~map=normal/0,0,64,64/max/0/default.png")
                                .channels())
                .isEqualTo(3);
    }

    @Test
    void thumbnailsShowMaps() {
        String path = "/api/models/rock/thumbnail.jpg?texture=bark&size=64";
        assertThat(studio.get(path + "&map=normal").status()).isEqualTo(200);
        assertThat(studio.get(path + "&map=normal").body()).isNotEqualTo(studio.get(path).body());
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        Answer none = studio.get(TILE + "&map=metallic");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.detail())
                .isEqualTo("this model has no map of metallic; it has normal, height, roughness");
        Answer network = studio.get(TILE + "&map=normal&detail=network");
        assertThat(network.status()).isEqualTo(400);
        assertThat(network.detail()).contains("belongs to woven detail");
        Answer colours = studio.get(TILE.replace("rock", "plain") + "&map=normal");
        assertThat(colours.status()).isEqualTo(400);
        assertThat(studio.get(TILE + "&map=0123").status()).isNotEqualTo(200);
    }
}
