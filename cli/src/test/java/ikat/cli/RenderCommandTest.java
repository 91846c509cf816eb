package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path model;

    @BeforeEach
    void write() throws IOException {
        Path picture = Pictures.stripes(folder.resolve("stripes.png"));
        model = folder.resolve("m.safetensors");
        FakeTrainer.model(ImageFiles.read(picture), null).write(model);
    }

    @Test
    void writesThePictureOfTheAskedSize() throws IOException {
        Path picture = folder.resolve("a.png");

        Cli.Outcome outcome = cli.run("render", model, "--size", "50x20", "-o", picture);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("wrote " + picture + " (50x20, ");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(50);
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(20);
    }

    @Test
    void theOriginMovesTheWindow() throws IOException {
        Path whole = folder.resolve("whole.png");
        Path part = folder.resolve("part.png");

        cli.run("render", model, "--size", "50x20", "-o", whole);
        cli.run("render", model, "--size", "10x10", "--origin", "30,5", "-o", part);

        assertThat(ImageIO.read(part.toFile()).getRGB(2, 3))
                .isEqualTo(ImageIO.read(whole.toFile()).getRGB(32, 8));
    }

    @Test
    void theEndingSaysHowItIsCutIntoFiles() throws IOException {
        Path zoomed = folder.resolve("a.dzi");
        assertThat(cli.run("render", model, "--size", "700x300", "-o", zoomed).out())
                .contains("wrote " + zoomed + " (700x300, ")
                .contains(" tiles)");
        assertThat(folder.resolve("a_files/10/1_0.png")).exists();

        Path tiles = folder.resolve("t-{y}-{x}.jpg");
        cli.run("render", model, "--size", "700x300", "--tile-size", "256", "-o", tiles);
        assertThat(folder.resolve("t-1-2.jpg")).exists();
        assertThat(folder.resolve("t-1-3.jpg")).doesNotExist();

        Path tiff = folder.resolve("a.btf");
        assertThat(cli.run("render", model, "--size", "70x30", "-o", tiff).err()).isEmpty();
        assertThat(tiff).exists();
    }

    @Test
    void aLevelShowsThePlaneSmaller() {
        Path small = folder.resolve("small.png");
        assertThat(cli.run("render", model, "--level", "3", "--size", "9x5", "-o", small).err())
                .isEmpty();
        assertThat(small).exists();
    }

    @Test
    void whatIsOutOfRangeIsTold() {
        Path file = folder.resolve("a.png");
        assertThat(cli.run("render", model, "--level", "13", "-o", file).err())
                .contains("--level is 13, but must be from 0 to 12");
        assertThat(cli.run("render", model, "--level", "12", "--size", "9999999", "-o", file).err())
                .contains("at --level 12 a side can have at most 524287");
        assertThat(cli.run("render", model, "--tile-size", "63", "-o", file).err())
                .contains("--tile-size is 63, but must be even and from 64 to 4096");
        assertThat(cli.run("render", model, "--tile-format", "gif", "-o", file).err())
                .contains("--tile-format is gif, but must be png or jpg");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        assertThat(cli.run("render", model, "-o", folder.resolve("a.xyz")).err())
                .contains("a.xyz")
                .hasLineCount(1);
        assertThat(cli.run("render", model, "-o", folder.resolve("no/a.png")).err())
                .contains("there is no folder")
                .hasLineCount(1);
        assertThat(
                        cli.run("render", model, "--size", "70000x2", "-o", folder.resolve("a.jpg"))
                                .err())
                .contains("70000x2")
                .hasLineCount(1);
        Cli.Outcome wide = cli.run("render", model, "--size", "1000000000x1000000000");

        assertThat(wide.err()).contains("a row can have at most 715827882 pixels").hasLineCount(1);
        assertThat(wide.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("m.safetensors", "stripes.png");
        }
    }

    @Test
    void whatIsNoModelIsOneSentence() throws IOException {
        Path cut = folder.resolve("cut.safetensors");
        byte[] bytes = Files.readAllBytes(model);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 8));

        Cli.Outcome ofCut = cli.run("render", cut);
        Cli.Outcome ofPicture = cli.run("render", folder.resolve("stripes.png"));

        assertThat(ofCut.err()).contains("cut.safetensors").hasLineCount(1);
        assertThat(ofCut.code()).isEqualTo(1);
        assertThat(ofPicture.err()).contains("stripes.png").hasLineCount(1);
        assertThat(ofPicture.code()).isEqualTo(1);
    }
}
