package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.material.NormalMap;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.TextureModel;
import ikat.render.Weaves;
import ikat.service.NamedModels;
import ikat.service.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of the material beside the colours. */
class MaterialTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path plain;
    private Path rock;
    private MaterialMaps maps;

    @BeforeEach
    void write() throws IOException {
        plain = NamedModels.single(folder.resolve("plain.safetensors"));
        rock = folder.resolve("rock.safetensors");
        TextureModel model = Weaves.material(TextureModel.read(plain), true);
        model.write(rock);
        maps = Objects.requireNonNull(model.weave()).maps();
    }

    private Cli.Outcome render(Path model, Path output, String more) {
        List<Object> words = new ArrayList<>(List.of("render", model, "-o", output));
        words.addAll(List.of("--size", "64x48", "--engine", "java", "--threads", "1"));
        words.addAll(more.isEmpty() ? List.of() : List.of(more.split(" ")));
        return cli.run(words.toArray());
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Pixels read(Path file) throws IOException {
        return ImageFiles.readData(file, new ArrayList<>());
    }

    @Test
    void allMapsAreWrittenIntoAFolder() throws IOException {
        Path made = folder.resolve("made");
        Cli.Outcome outcome = render(rock, made, "--maps all");
        assertThat(outcome.err()).isEmpty();
        assertThat(names(made))
                .containsExactly(
                        "rock_color.png",
                        "rock_height.png",
                        "rock_normal.png",
                        "rock_roughness.tif"); // floating point
        assertThat(outcome.out()).contains("wrote " + made.resolve("rock_normal.png"));

        Pixels heights = read(made.resolve("rock_height.png"));
        Pixels rough = read(made.resolve("rock_roughness.tif"));
        assertThat(heights.depth()).isEqualTo(Depth.SIXTEEN);
        assertThat(rough.depth()).isEqualTo(Depth.FLOAT);
        for (int i = 0; i < 64 * 48; i++) {
            int place = ((int) Depth.SIXTEEN.get(heights.bytes(), 2 * i) - 7) / 11;
            assertThat(Depth.FLOAT.get(rough.bytes(), 4 * i))
                    .isEqualTo(Depth.FLOAT.get(maps.of(0, MapKind.ROUGHNESS).bytes(), 4 * place));
        }
    }

    @Test
    void mapsThatAreNamedLieBesideThePicture() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path picture = made.resolve("wall.jpg");
        assertThat(render(rock, picture, "--maps normal,height").err()).isEmpty();
        assertThat(names(made)).containsExactly("wall.jpg", "wall_height.png", "wall_normal.png");
    }

    @Test
    void greenPointsWhereItIsAskedTo() throws IOException {
        Path usual = folder.resolve("usual.png");
        Path down = folder.resolve("down.png");
        Path up = folder.resolve("up.png");
        assertThat(render(rock, usual, "--maps normal").err()).isEmpty();
        assertThat(render(rock, down, "--maps normal --normal dx").err()).isEmpty();
        assertThat(render(rock, up, "--maps normal --normal gl").err()).isEmpty();
        Pixels asLearned = read(folder.resolve("usual_normal.png"));
        assertThat(read(folder.resolve("down_normal.png")).bytes()).isEqualTo(asLearned.bytes());
        assertThat(read(folder.resolve("up_normal.png")).bytes())
                .isEqualTo(NormalMap.turned(asLearned).bytes());
    }

    @Test
    void allMapsWrapAndAreCertified() throws IOException {
        Path made = folder.resolve("made");
        Cli.Outcome outcome = render(rock, made, "--maps all --wrap xy");
        assertThat(outcome.err()).isEmpty();
        assertThat(names(made))
                .contains("rock_normal.wrap.json", "rock_height.wrap.json", "rock_color.wrap.json");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("x: seamless"))).hasSize(4);
    }

    @Test
    void levelsAndTilesAreAsOfColours() throws IOException {
        Path small = folder.resolve("small.png");
        assertThat(render(rock, small, "--maps height --level 2").err()).isEmpty();
        assertThat(read(folder.resolve("small_height.png")).width()).isEqualTo(64);
        Path tiles = folder.resolve("wall.dzi");
        assertThat(render(rock, tiles, "--maps normal --tile-size 64").err()).isEmpty();
        assertThat(folder.resolve("wall_normal_files/6/0_0.png")).exists();
    }

    @Test
    void mapsAreMadeFromTheColoursOfAnyModel() throws IOException {
        Path made = folder.resolve("made");
        assertThat(render(plain, made, "--maps made --wrap xy").err()).isEmpty();
        assertThat(names(made))
                .contains(
                        "plain_ao.png",
                        "plain_color.png",
                        "plain_height.png",
                        "plain_normal.png",
                        "plain_roughness.png");
    }

    @Test
    void anEngineGetsOneZipThatWraps() throws IOException {
        Path zip = folder.resolve("rock.zip");
        Cli.Outcome outcome =
                cli.run("render", rock, "--for", "unreal", "--size", "64x64", "-o", zip);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("in it: T_rock_BC.png, T_rock_N.png, T_rock_ORM.png, T_rock_H.png");
        assertThat(names(folder)).contains("rock.zip").doesNotContain("T_rock_BC.png");
        Cli.Outcome made = cli.run("render", plain, "--for", "gltf", "--size", "64x64", "-o", zip);
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).contains("in it: plain.glb, README.txt");
    }

    @Test
    void fewColoursAndNoOthers() throws IOException {
        Path picture = folder.resolve("few.png");
        assertThat(render(plain, picture, "--colours 5").err()).isEmpty();
        assertThat(coloursOf(picture)).hasSizeLessThanOrEqualTo(5);
        Path same = folder.resolve("same.png");
        assertThat(render(rock, same, "--colours " + picture + " --dither --wrap xy").err())
                .isEmpty();
        assertThat(coloursOf(picture)).containsAll(coloursOf(same));
        assertThat(render(rock, same, "--colours picture").err())
                .contains("the pictures have 3,072 colours".replace(",", ""))
                .contains("at most 256 can be kept; give a number");
    }

    private static Set<List<Byte>> coloursOf(Path file) throws IOException {
        Pixels picture = read(file);
        Set<List<Byte>> colours = new HashSet<>();
        for (int i = 0; i < picture.bytes().length; i += 3) {
            colours.add(
                    List.of(picture.bytes()[i], picture.bytes()[i + 1], picture.bytes()[i + 2]));
        }
        return colours;
    }

    @Test
    void sixteenBitsShowOnlyValuesOfThePicture() throws IOException {
        assertThat(render(rock, folder.resolve("a.png"), "--maps height").err()).isEmpty();
        Pixels heights = read(folder.resolve("a_height.png"));
        Pixels known = maps.of(0, MapKind.HEIGHT);
        Set<Double> values = new HashSet<>();
        for (int at = 0; at < known.bytes().length; at += 2) {
            values.add(Depth.SIXTEEN.get(known.bytes(), at));
        }
        for (int at = 0; at < heights.bytes().length; at += 2) {
            assertThat(values).contains(Depth.SIXTEEN.get(heights.bytes(), at));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --maps metallic | --maps is metallic, but the model has maps of normal, height, roughness
                    --maps shiny | --maps is shiny, but must be all, made or some of normal, height
                    --maps made,normal | --maps is made,normal, but made stands alone
                    --maps all --normal up | --normal is up, but must be gl or dx
                    --dither | --dither needs --colours
                    --colours 1 | --colours is 1, but must be picture, from 2 to 256, or a picture file
                    --colours none.png | does not exist
                    --for maya | --for is maya, but must be blender, unity, unreal, godot, gltf or materialx
                    --for unity | --size is 64x48, but unity takes sides that are powers of two; the nearest is 64x64
                    --maps all --detail network | --maps belongs to woven detail, not to the network's
                    """)
    void whatIsNotToBeHadIsRefused(String options, String sentence) {
        Cli.Outcome outcome = render(rock, folder.resolve("no.png"), options);
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains(sentence);
        assertThat(folder.resolve("no.png")).doesNotExist();
        assertThat(render(plain, folder.resolve("no.png"), "--maps all").err())
                .contains("but the model has no maps; --maps made guesses maps from the colours");
    }

    @Test
    void aModelTellsItsMaps() {
        assertThat(cli.run("inspect", rock).out())
                .contains("normal (8 bits, green down), height (16 bits), roughness (float)");
        assertThat(cli.run("inspect", rock, "--json").out()).contains("\"roughness\" : \"float\"");
    }
}
