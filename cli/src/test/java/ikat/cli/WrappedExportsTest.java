package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.render.RepeatedTile;
import ikat.service.NamedModels;
import ikat.service.Workshop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that repeat, with smaller levels, on the plain engine. */
class WrappedExportsTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
    }

    private Cli.Outcome render(String size, Path picture, Object... more) {
        Object[] words = {
            "render",
            model,
            "--engine",
            "java",
            "--wrap",
            "xy",
            "--texture",
            "bark",
            "--origin",
            "-24,7",
            "--tile-size",
            "64",
            "--size",
            size,
            "-o",
            picture
        };
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        Cli.Outcome outcome = cli.run(all);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("x: (seamless|joins), repeats exactly")
                .containsPattern("y: (seamless|joins), repeats exactly");
        return outcome;
    }

    @Test
    void everyLevelOfADeepZoomJoinsWithItsCopies() throws IOException {
        render("256x128", folder.resolve("t.png"));
        Path copies = folder.resolve("copies.png");
        render("256x128", folder.resolve("t.dzi"), "--preview-3x3", copies);
        Pixels picture = read(folder.resolve("t.png"));
        Pixels nine = copies(picture);
        assertThat(read(copies).bytes()).isEqualTo(nine.bytes());
        for (int level = 6; level >= 1; level--) {
            nine =
                    level == 6
                            ? nine.halved(1, Averaging.LIGHT).halved(1, Averaging.LIGHT)
                            : nine.halved(1, Averaging.LIGHT);
            Pixels tile = read(folder.resolve("t_files/" + level + "/0_0.png"));
            assertThat(tile.width()).isEqualTo(1 << level);
            assertThat(copies(tile).bytes()).isEqualTo(nine.bytes());
        }
        assertThat(certificate("t").get("picture").asString()).isEqualTo("t.dzi");
    }

    @ParameterizedTest
    @CsvSource({
        "t.btf, t",
        "t.zip, t",
        "'wall/{z}/{x}/{y}.png', wall/tiles",
        "'tile-{y}-{x}.png', tile"
    })
    void theCertificateIsOfTheFullSize(String name, String certificate) throws IOException {
        Cli.Outcome outcome = render("320x64", folder.resolve(name));
        JsonNode json = certificate(certificate);
        assertThat(outcome.out())
                .contains("wrote " + folder.resolve(certificate + ".wrap.json"))
                .contains("wrote " + folder.resolve(name) + " (320x64, ");
        assertThat(json.get("seamless").asBoolean()).isTrue();
        assertThat(json.get("width").asInt()).isEqualTo(320);
        assertThat(json.get("x").get("pixelsCompared").asInt()).isEqualTo(128 * 64);
        assertThat(json.has("level")).isFalse();
    }

    @Test
    void aZipHoldsTheSameTiles() throws IOException {
        render("96x40", folder.resolve("t.dzi"));
        render("96x40", folder.resolve("t.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("t.zip"))) {
            for (String tile : List.of("7/1_0", "6/0_0", "3/0_0", "1/0_0")) {
                String name = "t_files/" + tile + ".png";
                assertThat(Files.readAllBytes(zip.getPath(name)))
                        .isEqualTo(Files.readAllBytes(folder.resolve(name)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aHalvedPlaneRepeats(int level) throws IOException {
        int width = 512 >> level;
        String size = width + "x" + (256 >> level);
        String times = Integer.toString(level);
        render("512x256", folder.resolve("full.png"));
        render(size, folder.resolve("t.png"), "--level", times);
        render(size, folder.resolve("t.dzi"), "--level", times);
        JsonNode json = certificate("t");
        assertThat(json.get("level").asInt()).isEqualTo(level);
        assertThat(json.get("width").asInt()).isEqualTo(width);
        double atFullSize = cycles(certificate("full"));
        assertThat(cycles(json)).isEqualTo(atFullSize * (1 << level));
        Pixels nine = copies(read(folder.resolve("t.png")));
        while (nine.width() > 3 * 16) {
            nine = nine.halved(1, Averaging.LIGHT);
        }
        Pixels tile = read(folder.resolve("t_files/4/0_0.png"));
        assertThat(copies(tile).bytes()).isEqualTo(nine.bytes());
    }

    @Test
    void aBetterSizeIsInPixelsOfTheLevel() throws IOException {
        Cli.Outcome outcome = render("8x8", folder.resolve("t.png"), "--level", "1");
        JsonNode gentler = certificate("t").get("gentler");
        String size = gentler.get("width").asInt() + "x" + gentler.get("height").asInt();
        assertThat(outcome.out()).contains("; " + size + " would need ");
        render(size, folder.resolve("better.png"), "--level", "1");
        assertThat(certificate("better").get("largestChange"))
                .isEqualTo(gentler.get("largestChange"));
    }

    private static double cycles(JsonNode certificate) {
        return certificate.get("waves").get(0).get("roundedCyclesPerPixel").get(0).asDouble();
    }

    private JsonNode certificate(String name) {
        return new JsonMapper().readTree(folder.resolve(name + ".wrap.json").toFile());
    }

    private static Pixels copies(Pixels picture) {
        PixelRegion nine = new PixelRegion(0, 0, 3 * picture.width(), 3 * picture.height());
        return Pixels.of(new RepeatedTile(picture, Averaging.LIGHT), nine);
    }

    private static Pixels read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
        Pixels pixels = Pixels.empty(width, height, 3);
        for (int i = 0; i < samples.length; i++) {
            pixels.bytes()[i] = (byte) samples[i];
        }
        return pixels;
    }
}
