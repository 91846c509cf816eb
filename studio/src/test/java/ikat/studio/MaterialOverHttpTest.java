package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.studio.RunningStudio.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of the material wherever colours are to be had. */
class MaterialOverHttpTest {

    private static final String TILE = "/api/models/rock/tiles/12/1/0.png?texture=bark&size=64";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() throws IOException {
        Path plain = NamedModels.named(folder.resolve("plain.safetensors"));
        TextureModel rock = Weaves.material(TextureModel.read(plain), false);
        rock.write(folder.resolve("rock.safetensors"));
        Weave weave = Objects.requireNonNull(rock.weave());
        rock.withWeave(weave.withMaps(flat())).write(folder.resolve("flat.safetensors"));
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

    @ParameterizedTest
    @CsvSource({"normal, NORMALS", "metallic, VALUES"})
    void smallPicturesAreMeansOfTheirKind(String kind, Averaging averaging) throws IOException {
        String map =
                """
                {"model": "flat", "base": "bark", "textures": ["moss"], "strokes":
                [{"texture": 0, "radius": 4096, "points": [[100, 0], [60000, 50000]]}]}
                """;
        String id = studio.post("/api/maps", map).json().get("id").asString() + "." + kind;
        String level = "/deepzoom/flat~map=" + id + "_files/%d/0_0.png";
        Pixels overview = picture(level.formatted(8));
        Pixels half = overview.halved(1, averaging);
        assertThat(half.bytes()).isNotEqualTo(overview.halved(1, Averaging.LIGHT).bytes());
        assertThat(picture(level.formatted(7)).bytes()).isEqualTo(half.bytes());
        Pixels scaled = picture("/iiif/3/flat~map=" + id + "/full/128,128/0/default.png");
        assertThat(scaled.bytes()).isEqualTo(half.bytes());
    }

    /** Bark is bare and leans to the left, moss is metal and leans to the right. */
    private static MaterialMaps flat() {
        List<Map<MapKind, Pixels>> maps = new ArrayList<>();
        for (int texture = 0; texture < 3; texture++) {
            Pixels normals = Pixels.empty(64, 48, 3);
            Pixels metal = Pixels.empty(64, 48, 1);
            for (int i = 0; i < 64 * 48; i++) {
                normals.bytes()[3 * i] = (byte) (texture == 1 ? 218 : 37);
                normals.bytes()[3 * i + 1] = (byte) 128;
                normals.bytes()[3 * i + 2] = (byte) 218;
                metal.bytes()[i] = (byte) (texture == 1 ? 255 : 0);
            }
            maps.add(Map.of(MapKind.NORMAL, normals, MapKind.METALLIC, metal));
        }
        return new MaterialMaps(maps, false);
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
