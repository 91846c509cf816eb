package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.service.Workshop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures that repeat, as they are typed, on the plain engine. */
class WrapOptionsTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
    }

    @Test
    void aTileComesWithItsCertificateAndItsCopies() throws IOException {
        Path picture = folder.resolve("tile.png");
        Path copies = folder.resolve("copies.png");
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        model,
                        "--engine",
                        "java",
                        "--size",
                        "64x48",
                        "--wrap",
                        "xy",
                        "--texture",
                        "bark",
                        "--seed",
                        "5",
                        "--origin",
                        "-24,1000",
                        "-o",
                        picture,
                        "--preview-3x3",
                        copies);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .containsPattern("wave 1: .* px at .* becomes .* px at .*, a change of .* %")
                .containsPattern("x: seamless, repeats exactly \\(3072 pixels compared\\)")
                .contains("wrote " + folder.resolve("tile.wrap.json"))
                .contains("wrote " + copies)
                .contains("wrote " + picture + " (64x48, ");
        JsonNode json = new JsonMapper().readTree(folder.resolve("tile.wrap.json").toFile());
        assertThat(json.get("seamless").asBoolean()).isTrue();
        assertThat(json.get("left").asInt()).isEqualTo(-24);
        assertThat(json.get("texture").asString()).isEqualTo("bark");
        assertThat(json.get("seed").asInt()).isEqualTo(5);
        assertThat(json.get("model").asString()).isEqualTo("m.safetensors");
        for (String axis : List.of("x", "y")) {
            JsonNode seam = json.get(axis);
            assertThat(seam.get("repeatsExactly").asBoolean()).isTrue();
            assertThat(seam.get("pixelsCompared").asInt()).isEqualTo(64 * 48);
            assertThat(seam.get("edge").get("mean").asDouble()).isPositive();
            assertThat(seam.get("interior").get("max").asInt()).isPositive();
            assertThat(seam.get("ratio").asDouble()).isBetween(0.2, 3.0);
        }
        assertThat(json.get("waves").size()).isEqualTo(1);
        assertThat(json.get("waves").get(0).get("change").asDouble()).isBetween(0.0, 1.0);

        BufferedImage tile = ImageIO.read(picture.toFile());
        BufferedImage nine = ImageIO.read(copies.toFile());
        assertThat(nine.getWidth()).isEqualTo(192);
        assertThat(nine.getHeight()).isEqualTo(144);
        assertThat(nine.getRGB(64 + 10, 96 + 11)).isEqualTo(tile.getRGB(10, 11));
    }

    /** The picture is a period of a plane that was rendered elsewhere without the other axis. */
    @Test
    void oneAxisWrapsAlone() throws IOException {
        Path picture = folder.resolve("tile.png");
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        model,
                        "--engine",
                        "java",
                        "--size",
                        "50x48",
                        "--wrap",
                        "y",
                        "--strip",
                        "bark,moss",
                        "-o",
                        picture);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("x: does not wrap")
                .containsPattern("y: joins, repeats exactly .*, as rough as 1?\\d % of the lines");
        JsonNode json = new JsonMapper().readTree(folder.resolve("tile.wrap.json").toFile());
        assertThat(json.get("seamless").asBoolean()).isTrue();
        assertThat(json.get("x").get("wraps").asBoolean()).isFalse();
        assertThat(json.get("waves").size()).isEqualTo(2);
        assertThat(json.get("texture").asString()).isEqualTo("strip bark,moss");
    }

    @Test
    void aPatternThatIsBentMuchIsToldWithABetterSize() {
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        model,
                        "--engine",
                        "java",
                        "--size",
                        "16x16",
                        "--wrap",
                        "xy",
                        "--texture",
                        "bark",
                        "-o",
                        folder.resolve("tile.png"));

        assertThat(outcome.out())
                .containsPattern(
                        "note: the pattern changes by .* % to fit the size; \\d+x\\d+ would need"
                                + " .* %");
    }

    @Test
    void aPlaneThatDoesNotJoinIsNotCalledSeamless() throws IOException {
        Path picture = folder.resolve("tile.png");
        Cli.Outcome outcome =
                new Cli(new FakeWorkshop())
                        .run("render", model, "--size", "64x64", "--wrap", "xy", "-o", picture);

        assertThat(outcome.out()).contains("x: not seamless, differs in");
        JsonNode json = new JsonMapper().readTree(folder.resolve("tile.wrap.json").toFile());
        assertThat(json.get("seamless").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --wrap xy --size 100x120 | --size is 100x120, but a picture that wraps is made of whole cells of 8 px; the two nearest sizes are 96x120 and 104x120
                    --wrap y --size 101x99 | --size is 101x99, but a picture that wraps is made of whole cells of 8 px; the two nearest sizes are 101x96 and 101x104
                    --wrap x --size 3x9 | --size is 3x9, but a picture that wraps is made of whole cells of 8 px; the two nearest sizes are 8x9 and 16x9
                    --wrap z | --wrap is z, but must be x, y or xy
                    --preview-3x3 a.png | --preview-3x3 goes with --wrap only; give that too or leave --preview-3x3 out
                    --wrap xy --size 64x64 --corners bark,moss,bark,moss | --wrap: four corners cannot close on a plane that repeats, as its opposite sides would differ; take points, which close
                    --wrap xy --size 64x64 --tiles 2x2 --area 0,0,48,48 | --wrap: the grid of tiles repeats after 48 pixels across, which do not divide the plane's period of 64; the nearest periods that it fits are 48 and 96
                    --wrap xy --size 1032x64 --tile-size 64 -o a.dzi | --size is 1032x64, but sides that wrap must be multiples of 32 px for the levels of this file to wrap, too; the two nearest sizes are 1024x64 and 1056x64
                    --wrap x --size 1032x63 --tile-size 64 -o {z}/{x}/{y}.png | --size is 1032x63, but sides that wrap must be multiples of 32 px for the levels of this file to wrap, too; the two nearest sizes are 1024x63 and 1056x63
                    --wrap y --size 64x33 --level 2 | --size is 64x33, but at level 2 a picture that wraps is made of whole cells of 2 px; the two nearest sizes are 64x32 and 64x34
                    --wrap xy --size 16384x16384 --preview-3x3 a.png | --preview-3x3 repeats tiles of up to 67108864 pixels, but this one has 268435456; leave it out
                    """)
    void whatCannotWrapIsOneSentenceAndCodeTwo(String options, String sentence) throws IOException {
        List<Object> line = new ArrayList<>(List.of("render", model, "--engine", "java"));
        line.addAll(List.of(options.split(" ")));
        Cli.Outcome outcome = cli.run(line.toArray());

        assertThat(outcome.err()).isEqualToNormalizingNewlines("ikat: " + sentence + "\n");
        assertThat(outcome.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aPreviewThatCannotBeWrittenIsRefusedFirst() throws IOException {
        Path picture = folder.resolve("tile.png");
        Cli.Outcome outcome =
                cli.run(
                        "render",
                        model,
                        "--engine",
                        "java",
                        "--size",
                        "64x64",
                        "--wrap",
                        "xy",
                        "-o",
                        picture,
                        "--preview-3x3",
                        folder.resolve("a.xyz"));

        assertThat(outcome.err()).contains("a.xyz names no picture format").hasLineCount(1);
        assertThat(picture).doesNotExist();
    }

    @Test
    void aModelOfOneCellMakesItsOnlyPicture() throws IOException {
        Path fixed = NamedModels.fixed(folder.resolve("f.safetensors"));
        Path picture = folder.resolve("f.png");
        assertThat(cli.run("render", fixed, "--engine", "java", "-o", picture).out())
                .contains("(6x6, ");
        assertThat(
                        cli.run("render", fixed, "--engine", "java", "--size", "6", "-o", picture)
                                .code())
                .isZero();
        for (String[] option :
                new String[][] {{"--size", "64x64"}, {"--origin", "1,2"}, {"--wrap", "xy"}}) {
            Cli.Outcome outcome = cli.run("render", fixed, option[0], option[1]);
            assertThat(outcome.err())
                    .isEqualToNormalizingNewlines(
                            "ikat: "
                                    + option[0]
                                    + " is "
                                    + option[1]
                                    + ", but this model makes pictures of 6x6 px from one cell of"
                                    + " noise and no others (DCGAN); leave the option out, and take"
                                    + " another --seed for another picture\n");
            assertThat(outcome.code()).isEqualTo(2);
        }
    }
}
