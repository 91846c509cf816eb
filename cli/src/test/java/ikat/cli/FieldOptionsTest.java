package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.NamedModels;
import ikat.service.Workshop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texture stands where, as it is typed, on the plain engine. */
class FieldOptionsTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path model;
    private Path map;
    private Path grey;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
        BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8; i++) {
            image.setRGB(i % 4, i / 4, i % 4 < 2 ? 0xff0000 : 0x00ff00);
        }
        map = folder.resolve("map.png");
        ImageIO.write(image, "png", map.toFile());
        for (int i = 0; i < 8; i++) {
            image.setRGB(i % 4, i / 4, i % 4 < 2 ? 0 : 0xffffff);
        }
        grey = folder.resolve("grey.png");
        ImageIO.write(image, "png", grey.toFile());
    }

    @Test
    void everyTextureIsItsOwn() throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String texture :
                List.of(
                        "bark",
                        "moss",
                        "palace",
                        "palace@80,50",
                        "random:7",
                        "0.5*bark+0.5*moss")) {
            pictures.add(render("--texture", texture));
        }
        for (int i = 1; i < pictures.size(); i++) {
            assertThat(difference(pictures.get(i), 0, pictures.get(i - 1), 0, 64)).isPositive();
        }
        assertSame(pictures.get(3), 0, render("--texture", "at:80,50"), 0, 64);
        assertSame(render(), 0, render("--texture", "random:0"), 0, 64);
    }

    @Test
    void tilesCornersStripsAndPointsPutTexturesWhereTheyAreAskedFor() throws IOException {
        BufferedImage bark = render("--texture", "bark");
        BufferedImage moss = render("--texture", "moss");
        for (String[] field :
                new String[][] {
                    {"--tiles", "2x1", "--textures", "bark,moss", "--softness", "0"},
                    {"--tiles", "2x1"},
                    {
                        "--map",
                        map.toString(),
                        "--feather",
                        "0",
                        "--legend",
                        "#ff0000=bark, 00FF00=moss"
                    },
                    {"--map", grey.toString(), "--feather", "0", "--path", "bark,moss"},
                    {"--strip", "bark,moss", "--area", "28,0,8,8"},
                    {"--corners", "bark,moss,bark,moss", "--area", "28,0,8,64"},
                    {"--points", "bark@0,32;moss@64,32"}
                }) {
            BufferedImage picture = render((Object[]) field);
            assertThat(difference(picture, 10, bark, 10, 6))
                    .as("left of %s", Arrays.toString(field))
                    .isLessThan(difference(picture, 10, moss, 10, 6));
            assertThat(difference(picture, 46, moss, 46, 6))
                    .as("right of %s", Arrays.toString(field))
                    .isLessThan(difference(picture, 46, bark, 46, 6));
        }
        BufferedImage down = render("--strip-down", "bark,moss", "--area", "0,28,8,8");
        assertThat(down.getRGB(30, 2)).isEqualTo(bark.getRGB(30, 2));
        assertThat(down.getRGB(30, 62)).isEqualTo(moss.getRGB(30, 62));
    }

    @Test
    void aPartOfAnAreaEqualsTheCropOfTheWhole() throws IOException {
        String[] field = {"--corners", "bark,moss,palace,random:3", "--area", "0,0,64,64"};
        BufferedImage whole = render((Object[]) field);
        BufferedImage part =
                render(
                        field[0],
                        field[1],
                        field[2],
                        field[3],
                        "--origin",
                        "40,24",
                        "--size",
                        "9x9");
        assertThat(part.getRGB(3, 4)).isEqualTo(whole.getRGB(43, 28));
        assertThat(part.getRGB(8, 8)).isEqualTo(whole.getRGB(48, 32));
    }

    @Test
    void texturesWithoutNamesAreDrawn() throws IOException {
        model = NamedModels.unnamed(folder.resolve("u.safetensors"));
        BufferedImage tiles = render("--tiles", "2x2", "--softness", "0", "--seed", "4");
        BufferedImage first = render("--texture", "random:4", "--seed", "4");
        assertThat(tiles.getRGB(3, 3)).isEqualTo(first.getRGB(3, 3));
        assertThat(difference(tiles, 32, first, 32, 20)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --texture brak | --texture: there is no texture brak; did you mean bark?
                    --texture bark+moss | --texture: the weights of bark+moss sum to 2, but must sum to 1; write 0.5*bark+0.5*moss
                    --texture at:90,5 | --texture: the place 90,5 lies outside palace of 90x60 pixels; places go from 0,0 to 89,59
                    --texture bark --corners a,b,c,d | --texture and --corners exclude each other; give one of them
                    --strip bark,moss --strip-down bark,moss | --strip and --strip-down exclude each other; give one of them
                    --tiles 3 | --tiles is 3, but must be COLUMNSxROWS, each from 1 to 64, such as 3x3
                    --tiles 0x3 | --tiles is 0x3, but must be COLUMNSxROWS, each from 1 to 64, such as 3x3
                    --tiles 1x1 --textures bark,moss | --textures has 2 textures, but must have 1
                    --tiles 2x2 --softness 2 | --softness is 2.0, but must be from 0 to 1
                    --tiles 2x2 --softness wide | --softness is wide, but must be a number
                    --softness 0.3 | --softness goes with --tiles only; give that too or leave --softness out
                    --corners bark,moss --textures a | --textures goes with --tiles only; give that too or leave --textures out
                    --corners bark,moss | --corners has 2 textures, but must have 4: left top, right top, left bottom, right bottom
                    --corners bark,moss,brak,bark | --corners: there is no texture brak; did you mean bark?
                    --strip bark | --strip has 1 texture, but must have from 2 to 64, with commas between them
                    --points bark | --points has bark, but must have TEXTURE@X,Y with semicolons between them, such as "bark@100,200;moss@400,50"
                    --points ; | --points: there are no points, but must be at least 1
                    --texture bark --area 0,0,9,9 | --area goes with one of --tiles, --corners, --strip, --strip-down, --map only; give that too or leave --area out
                    --tiles 2x2 --area 0,0 | --area is 0,0, but must be X,Y,WIDTH,HEIGHT in pixels, such as 0,0,4096,4096
                    --tiles 2x2 --area 0,0,0,5 | --area: a region of 0x5 pixels is empty; both must be at least 1
                    --legend #ff0000=bark | --legend goes with --map only; give that too or leave --legend out
                    --map MAP | --map needs --legend, which says what its colours stand for, or --path, the textures from dark to bright
                    --map MAP --legend #ff0000=bark --path bark,moss | --legend and --path exclude each other; give one of them
                    --map MAP --legend red=bark | --legend has red=bark, but must have #RRGGBB=TEXTURE with commas between them, such as "#ff0000=bark,#00ff00=moss"
                    --map MAP --legend #ff0000=bark | --map: the colour #00ff00, 50.0 % of the map, stands for nothing; the legend has #ff0000: give it a texture too, or repaint it
                    --map MAP --legend #ff0000=bark,#00ff00=mos | --legend: there is no texture mos; did you mean moss?
                    --map MAP --path bark | --path has 1 texture, but must have from 2 to 64, with commas between them
                    --map MAP --path bark,moss --feather -1 | --feather is -1.0, but must be from 0 to 1048576 pixels
                    """)
    void whatCannotBeIsOneSentenceAndCodeTwo(String options, String sentence) throws IOException {
        List<Object> line = new ArrayList<>(List.of("render", model, "--engine", "java"));
        for (String word : options.split(" ")) {
            line.add(word.equals("MAP") ? map : word);
        }
        Cli.Outcome outcome = cli.run(line.toArray());

        assertThat(outcome.err()).isEqualToNormalizingNewlines("ikat: " + sentence + "\n");
        assertThat(outcome.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aModelOfOneTextureHasNoneToChoose() throws IOException {
        model = NamedModels.fixed(folder.resolve("f.safetensors"));
        for (String[] field : new String[][] {{"--texture", "bark"}, {"--tiles", "2x2"}}) {
            assertThat(cli.run("render", model, field[0], field[1]).err())
                    .startsWith("ikat: " + field[0] + ": this model has one texture only")
                    .hasLineCount(1);
        }
    }

    @Test
    void inspectListsTheNames() throws IOException {
        assertThat(cli.run("inspect", model).out())
                .containsPattern("textures +bark, moss, palace")
                .containsPattern("places +palace@0,0 to palace@89,59 \\(3x2 codes\\)");
        assertThat(cli.run("inspect", "--json", model).out().replace(" ", ""))
                .contains(
                        "\"name\":\"palace\",\r\n\"places\":true"
                                .replace("\r\n", System.lineSeparator()));
        Path fixed = NamedModels.fixed(folder.resolve("f.safetensors"));
        assertThat(cli.run("inspect", fixed).out()).contains("of 6x6 px only");
        Path unnamed = NamedModels.unnamed(folder.resolve("u.safetensors"));
        assertThat(cli.run("inspect", unnamed).out()).contains("without names: random:1");
    }

    private BufferedImage render(Object... options) throws IOException {
        Path picture = folder.resolve("out.png");
        List<Object> line =
                new ArrayList<>(List.of("render", model, "--engine", "java", "-o", picture));
        if (!List.of(options).contains("--size")) {
            line.addAll(List.of("--size", "64x64"));
        }
        line.addAll(List.of(options));
        Cli.Outcome outcome = cli.run(line.toArray());
        assertThat(outcome.err()).isEmpty();
        return ImageIO.read(picture.toFile());
    }

    private static void assertSame(BufferedImage a, int fromA, BufferedImage b, int fromB, int n) {
        assertThat(difference(a, fromA, b, fromB, n)).isZero();
    }

    /** Of the green level, over some columns. */
    private static double difference(
            BufferedImage a, int fromA, BufferedImage b, int fromB, int n) {
        double sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < n; x++) {
                int one = a.getRGB(fromA + x, y) >> 8 & 255;
                sum += Math.abs(one - (b.getRGB(fromB + x, y) >> 8 & 255));
            }
        }
        return sum;
    }
}
