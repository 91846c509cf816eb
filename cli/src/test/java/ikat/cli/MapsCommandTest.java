package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapsCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path picture;

    @BeforeEach
    void write() throws IOException {
        picture = Pictures.stripes(folder.resolve("stripes.png"));
    }

    @Test
    void mapsLieBesideThePictureUnlessAFolderIsNamed() throws IOException {
        Cli.Outcome beside = cli.run("maps", picture);
        assertThat(beside.err()).isEmpty();
        assertThat(beside.code()).isZero();
        assertThat(names(folder))
                .containsExactly(
                        "stripes.png",
                        "stripes_ao.png",
                        "stripes_height.png",
                        "stripes_normal.png",
                        "stripes_roughness.png");

        Cli.Outcome outcome = cli.run("maps", picture, "-o", folder.resolve("new/maps"));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("stripes_height.png").contains("the maps join at");
        assertThat(names(folder.resolve("new/maps"))).hasSize(4);
        BufferedImage height = ImageIO.read(folder.resolve("new/maps/stripes_height.png").toFile());
        assertThat(height.getSampleModel().getSampleSize(0)).isEqualTo(16);
        assertThat(height.getWidth()).isEqualTo(ImageIO.read(picture.toFile()).getWidth());
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --depth -1       | --depth is -1, but must be from 0 to 1000
                    --fine 2         | --fine is 2, but must be from 0 to 1
                    --fine NaN       | --fine is NaN, but must be from 0 to 1
                    --reach 0        | --reach is 0, but must be from 1 to 256
                    --shade 5        | --shade is 5, but must be from 0 to 4
                    --roughness 1.5  | --roughness is 1.5, but must be from 0 to 1
                    --gloss -1       | --gloss is -1, but must be from 0 to 4
                    --normal up      | --normal is up, but must be gl or dx
                    --wrap both      | --wrap is both, but must be xy, x, y or none
                    --threads 0      | --threads is 0, but must be from 1 to 1024
                    """)
    void whatIsNotAllowedIsRefusedBeforeAnythingIsWritten(String options, String sentence)
            throws IOException {
        String[] parts = options.split(" ");

        Cli.Outcome outcome = cli.run("maps", picture, parts[0], parts[1]);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(sentence);
        assertThat(names(folder)).containsExactly("stripes.png");
    }

    @Test
    void whatIsNoPictureIsNamed() {
        assertThat(cli.run("maps", folder.resolve("none.png")).err()).contains("does not exist");
        assertThat(cli.run("maps", picture, "-o", picture).err()).contains("which is no folder");
    }
}
