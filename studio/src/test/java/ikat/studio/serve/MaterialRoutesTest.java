package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.studio.RunningStudio;
import ikat.studio.RunningStudio.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Materials over HTTP, of a model without maps and of one with maps. */
class MaterialRoutesTest {

    private static final String PLAIN = "/api/models/plain/material";
    private static final String ROCK = "/api/models/rock/material";
    private static final String QUERY = "?texture=bark&seed=3&size=64";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() throws IOException {
        Path plain = NamedModels.named(folder.resolve("plain.safetensors"));
        Weaves.material(TextureModel.read(plain), true).write(folder.resolve("rock.safetensors"));
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

    private static List<String> names(Answer answer) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<Path> packed() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ikat-material-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aModelWithoutMapsHasEstimatedOnes() throws IOException {
        assertThat(studio.get(PLAIN + ".json" + QUERY).json().toString())
                .isEqualTo(
                        "{\"size\":64,\"maps\":[\"normal\",\"height\",\"roughness\",\"ao\"],\"made\":true}");
        assertThat(picture(PLAIN + "/normal.png" + QUERY).channels()).isEqualTo(3);
        assertThat(picture(PLAIN + "/roughness.png" + QUERY).channels()).isEqualTo(1);
    }

    @Test
    void aModelWithMapsShowsItsOwn() throws IOException {
        assertThat(studio.get(ROCK + ".json" + QUERY).json().toString())
                .isEqualTo(
                        "{\"size\":64,\"maps\":[\"normal\",\"height\",\"roughness\"],\"made\":false}");
        String wrap = "/api/models/rock/wrap.png?texture=bark&seed=3&width=64&height=64";
        assertThat(picture(ROCK + "/height.png" + QUERY).bytes())
                .isEqualTo(picture(wrap + "&map=height").bytes());
        assertThat(picture(ROCK + "/color.png" + QUERY).bytes())
                .isEqualTo(picture(wrap + "&detail=woven").bytes());
    }

    /** The fixture's green points down. */
    @Test
    void greenOfNormalsPointsUp() throws IOException {
        Pixels down =
                picture(
                        "/api/models/rock/wrap.png?texture=bark&seed=3&width=64&height=64&map=normal");
        Pixels up = picture(ROCK + "/normal.png" + QUERY);

        for (int i = 0; i < up.bytes().length; i += 3) {
            assertThat(up.bytes()[i]).isEqualTo(down.bytes()[i]);
            assertThat((up.bytes()[i + 1] & 255) + (down.bytes()[i + 1] & 255)).isBetween(254, 256);
        }
    }

    @Test
    void mapsOfTheNetworksPictureAreEstimated() {
        assertThat(studio.get(ROCK + ".json" + QUERY + "&detail=network").json().get("made"))
                .hasToString("true");
    }

    @ParameterizedTest
    @CsvSource({
        "unity, plain_bark_MaskMap.png",
        "unreal, T_plain_bark_ORM.png",
        "godot, plain_bark.tres",
        "gltf, plain_bark.glb",
        "blender, plain_bark.glb",
        "materialx, plain_bark.mtlx"
    })
    void aFileIsWhatTheProgramTakes(String target, String holds) throws IOException {
        List<Path> before = packed(); // others may have left some on this machine
        Answer answer = studio.get(PLAIN + ".zip" + QUERY + "&for=" + target);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"plain-bark-" + target + "-64.zip\"");
        assertThat(names(answer)).contains("README.txt").anyMatch(name -> matches(name, holds));
        assertThat(packed()).isSubsetOf(before);
    }

    private static boolean matches(String name, String holds) {
        return name.replace('-', '_').equals(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".json?size=66|400|whole cells",
                ".json?size=32|400|size is 32, but must be from 64 to 4096",
                "/color.png?size=4096|400|size is 4096, but must be from 64 to 2048",
                "/metallic.png?size=64|404|this material has no map of metallic; it has normal,"
                        + " height",
                "/shine.png?size=64|404|the picture is shine, but must be color or one of normal",
                ".zip?for=maya|400|for is maya, but must be one of blender, unity",
                ".zip?for=unity&size=96|400|the size is 96, but unity takes sides that are powers"
                        + " of two",
                ".zip?texture=none|400|none"
            })
    void whatCannotBeMadeIsRefusedAtOnce(String path, int status, String sentence) {
        Answer answer = studio.get(PLAIN + path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).contains(sentence);
    }

    @Test
    void picturesAreNotSentAgain() {
        String path = PLAIN + "/ao.png" + QUERY;
        String tag = studio.get(path).header("ETag");

        assertThat(studio.get(path, "If-None-Match", tag).status()).isEqualTo(304);
    }
}
