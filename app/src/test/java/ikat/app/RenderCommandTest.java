package ikat.app;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
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
