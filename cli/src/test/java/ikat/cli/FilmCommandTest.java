package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.terminal.Terminal;
import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.film.Pace;
import ikat.film.Timeline;
import ikat.film.Timeline.Course;
import ikat.film.Walk;
import ikat.model.TextureModel;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.texture.Textures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = NamedModels.named(folder.resolve("m.safetensors"));
    }

    private Cli.Outcome film(Path model, String options) {
        Object[] words =
                Stream.concat(
                                Stream.of("film", model, "--engine", "java"),
                                Arrays.stream(options.replace("OUT", folder + "/").split(" ")))
                        .toArray();
        return cli.run(words);
    }

    @Test
    void theFilmsFramesAreTheFramesMadeAlone() throws IOException {
        Cli.Outcome outcome =
                film(
                        model,
                        "-o OUTf --size 24x16 --rate 5 --duration 1s --walk bark,moss --drift 0.4"
                                + " --seed 3 --loop");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("--drift is 1 instead of 0.4, so that the loop closes")
                .contains("preview of the first frame: " + folder.resolve("f-preview.png"))
                .contains("frame-00000.png … (24x16, 5 frames, 1.0s) in ");
        assertThat(names()).containsExactlyInAnyOrder("m.safetensors", "f");
        TextureModel texture = TextureModel.read(model);
        Textures named = Textures.of(texture);
        Walk walk = Walk.through(List.of(named.named("bark"), named.named("moss")));
        Film film =
                Film.of(24, 16, new Timeline(5, 5, Course.LOOP), walk.stations().get(0))
                        .withWalk(walk)
                        .withPace(new Pace(0.4, 0))
                        .withSeed(3);
        try (Rendering rendering = Workshop.ofThisMachine().open(texture, 1, "java");
                FilmRenderer alone = FilmRenderer.of(texture, film, rendering::plane)) {
            for (int i : new int[] {3, 0, 4}) {
                BufferedImage frame =
                        ImageIO.read(folder.resolve("f/frame-0000" + i + ".png").toFile());
                assertThat(rgb(frame)).isEqualTo(alone.frame(i));
            }
            assertThat(alone.frame(5)).isEqualTo(alone.frame(0));
            assertThat(alone.frame(2)).isNotEqualTo(alone.frame(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4", "gif", "webm"})
    void everyKindOfFilmIsWritten(String ending) throws IOException {
        Cli.Outcome outcome =
                film(model, "-o OUTf." + ending + " --size 32x16 --rate 10 --duration 0.3s");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("no motion was requested: using --drift 0.15 --walk bark,moss,palace")
                .contains("f." + ending + " (32x16, 3 frames, 0.3s, ");
        assertThat(names()).containsExactlyInAnyOrder("m.safetensors", "f." + ending);
    }

    @Test
    void aWalkHasTwoSecondsATexture() {
        assertThat(film(model, "-o OUTf.gif --size 8 --rate 2 --walk random:4").out())
                .contains("(8x8, 16 frames, 8.0s, ");
        assertThat(film(model, "-o OUTf.gif --size 8 --rate 2 --walk random:2").out())
                .contains("(8x8, 12 frames, 6.0s, ");
    }

    @Test
    void everythingThatMovesGoesTogether() throws IOException {
        Cli.Outcome outcome =
                film(
                        model,
                        "-o OUTf.gif --size 24x16 --rate 5 --duration 1s --loop --wrap xy --pan"
                                + " 9,-3 --zoom 1..2 --walk random:3 --drift 1 --travel 1 --origin"
                                + " 5,7");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("--pan along x is 24 instead of 9, so that the loop closes")
                .contains("--pan along y is -16 instead of -3, so that the loop closes");
    }

    @Test
    void fieldsStandStillUnderTheCamera() {
        assertThat(
                        film(
                                        model,
                                        "-o OUTf.gif --size 24x16 --duration 0.2s --corners"
                                                + " bark,moss,palace,bark --pan 20,0")
                                .err())
                .isEmpty();
    }

    @Test
    void aModelOfOneCellDriftsInItsPlace() throws IOException {
        Path fixed = NamedModels.fixed(folder.resolve("one.safetensors"));

        assertThat(film(fixed, "-o OUTf.gif --duration 0.2s").err()).isEmpty();
        assertThat(film(fixed, "-o OUTf.gif --duration 0.2s --pan 3,0").err())
                .contains("--pan or --zoom was given, but this model makes pictures of 6x6 px");
        assertThat(film(fixed, "-o OUTf.gif --duration 0.2s --wrap x").err())
                .contains("--wrap is x, but this model makes pictures of 6x6 px");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --duration 0s              | --duration is 0s, but must be a time from 0.01s to 60m, such as 6s
                    --duration -3s             | --duration is -3s, but must be a time from 0.01s to 60m, such as 6s
                    --duration 2h              | --duration is 2h, but must be a time from 0.01s to 60m, such as 6s
                    --duration 10ms            | --duration is 0.01s at 25 frames a second, which is no frame at all; make it longer
                    --duration 40ms --loop     | --duration is 0.04s at 25 frames a second, which is 1 frame, but --loop needs at least 2; make it longer
                    --rate 0                   | --rate is 0, but must be from 0.1 to 120, such as 25
                    --rate 121                 | --rate is 121, but must be from 0.1 to 120, such as 25
                    --rate fast                | --rate is fast, but must be from 0.1 to 120, such as 25
                    --rate 60 -o a.gif         | --rate is 60.0, but a film in GIF has at most 50 frames a second; lower it, or write .mp4
                    --size 511x512             | --size is 511x512, but a film in MP4 needs even sides; the nearest are 510x512 and 512x512, and .gif and .png take any
                    --size 64x8                | --size is 64x8, but a film in MP4 needs sides of at least 16; .gif and .png take any
                    --size 8192x4096           | --size is 8192x4096, but a film in MP4 has at most 9437184 pixels; write numbered pictures
                    --size 20000x20 -o a.gif   | --size is 20000x20, but a film has at most 16384 pixels a side
                    -o a.avi                   | --output is a.avi, but a film must end in .mp4, .webm or .gif, or be numbered pictures such as frame-%05d.png, or a folder
                    -o a.png                   | --output is a.png, but a film is many pictures; include a placeholder for their number, such as frame-%05d.png
                    --walk bark,mos            | --walk: there is no texture mos; did you mean moss?
                    --walk bark                | --walk is bark, but must go through 2 to 256 textures; one stays with --texture
                    --walk random:1            | --walk is random:1, but must go through 2 to 256 textures; one stays with --texture
                    --walk bark,moss --texture moss | --walk goes through textures that each fill the plane, so it excludes any other field (moss); give one of them
                    --walk bark,moss --corners bark,moss,bark,moss | --walk goes through textures that each fill the plane, so it excludes any other field (corners bark,moss,bark,moss); give one of them
                    --pan 3                    | --pan is 3, but must be X,Y in pixels a second, each from -100000 to 100000, such as 20,0
                    --pan 3,NaN                | --pan is 3,NaN, but must be X,Y in pixels a second, each from -100000 to 100000, such as 20,0
                    --pan 3,0 --loop           | --pan along x cannot close in a --loop on an endless plane; add --wrap x, or leave --loop out
                    --pan 3,1 --loop --wrap x  | --pan along y cannot close in a --loop on an endless plane; add --wrap xy, or leave --loop out
                    --wrap xy --size 36x32     | --size is 36x32, but a picture that wraps is made of whole cells of 8 px; the two nearest sizes are 32x32 and 40x32
                    --wrap xy --corners bark,moss,bark,moss --size 32x32 --area 0,0,16,16 --pan 1,1 | --wrap:
                    --zoom 0..1                | --zoom is 0..1, but must be A..B, each from 0.0625 to 16, such as 1..2
                    --zoom 1..2..3             | --zoom is 1..2..3, but must be A..B, each from 0.0625 to 16, such as 1..2
                    --drift 1000               | --drift is 1000.0, but must be from -100 to 100 turns a second
                    --drift NaN                | --drift is NaN, but must be from -100 to 100 turns a second
                    --travel quick             | --travel is quick, but must be a number
                    --threads 0                | --threads is 0, but must be from 1 to 1024
                    """)
    void whatCannotBeAFilmIsOneSentenceAndCodeTwo(String options, String sentence)
            throws IOException {
        Cli.Outcome outcome = film(model, options);

        assertThat(outcome.err()).startsWith("ikat: " + sentence).hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(names()).containsExactly("m.safetensors");
    }

    @Test
    void whereNothingCanBeWrittenIsToldAtOnce() throws IOException {
        assertThat(film(model, "-o OUTno/f.mp4").err())
                .contains("there is no folder " + folder.resolve("no"))
                .hasLineCount(1);
        Path taken = Files.createDirectory(folder.resolve("taken.mp4.d"));
        Path lone = Files.createFile(taken.resolve("x"));
        assertThat(film(model, "-o " + lone).err()).contains("--output is " + lone);
        assertThat(film(model, "-o OUTno/f").err()).contains("there is no folder");
        assertThat(names()).containsExactlyInAnyOrder("m.safetensors", "taken.mp4.d");
    }

    @Test
    void aPictureOfTheNameOfThePreviewStays() throws IOException {
        Path own = Files.writeString(folder.resolve("f-preview.png"), "mine");

        Cli.Outcome outcome = film(model, "-o OUTf.gif --size 8 --duration 0.1s");

        assertThat(outcome.out()).contains("f-preview-2.png");
        assertThat(own).hasContent("mine");
        assertThat(names()).containsExactlyInAnyOrder("m.safetensors", "f.gif", "f-preview.png");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptionLeavesNothing() throws IOException {
        FakeWorkshop workshop = new FakeWorkshop();
        Cli interrupted = new Cli(workshop, new Terminal(true, 80, false));
        Thread interrupt =
                new Thread(
                        () -> {
                            try {
                                while (!Files.exists(folder.resolve("f-preview.png"))) {
                                    Thread.sleep(5);
                                }
                                String pid = Long.toString(ProcessHandle.current().pid());
                                new ProcessBuilder("kill", "-INT", pid).start();
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        interrupt.start();

        Cli.Outcome outcome =
                interrupted.run("film", model, "-o", folder.resolve("f.mp4"), "--duration", "60m");

        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.out())
                .contains("stopping after this frame; press Ctrl-C again to stop at once")
                .contains("stopped; nothing was written");
        assertThat(names()).containsExactly("m.safetensors");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] rgb(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length; i++) {
            int colour = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
            rgb[i] = (byte) (colour >> 16 - 8 * (i % 3));
        }
        return rgb;
    }
}
