package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures with holes, and pictures that go on. */
class FillCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());
    private Path picture;
    private Pixels before;

    @BeforeEach
    void write() throws IOException {
        picture = Pictures.stripes(folder.resolve("stripes.png"));
        before = read(picture);
    }

    private static Pixels read(Path file) throws IOException {
        return ImageFiles.readData(file, new ArrayList<>());
    }

    private Path image(String name, int type, int side, Color hole) throws IOException {
        BufferedImage image = new BufferedImage(side, side, type);
        Graphics2D pen = image.createGraphics();
        if (type == BufferedImage.TYPE_INT_ARGB) {
            pen.drawImage(ImageIO.read(picture.toFile()), 0, 0, null);
            for (int i = 0; i < 20 * 20; i++) {
                image.setRGB(30 + i % 20, 30 + i / 20, 0x00FF00FF); // magenta, unseen
            }
        } else {
            pen.setColor(hole);
            pen.fillRect(30, 30, 20, 20);
        }
        pen.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private void assertFilled(Path file) throws IOException {
        Pixels after = read(file);
        int differences = 0;
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                boolean hole = x >= 30 && x < 50 && y >= 30 && y < 50;
                for (int c = 0; c < before.channels(); c++) {
                    int was = before.bytes()[before.at(x, y) + c] & 255;
                    int is = after.bytes()[after.at(x, y) + c] & 255;
                    differences += Math.abs(was - is) > (hole ? 60 : 0) ? 1 : 0;
                }
            }
        }
        assertThat(differences).isLessThan(60); // at the edges of stripes, in the hole
    }

    @Test
    void aHoleIsFilledWhereTheMaskIsWhite() throws IOException {
        Path mask = image("mask.png", BufferedImage.TYPE_BYTE_GRAY, before.width(), Color.WHITE);
        Cli.Outcome outcome = cli.run("fill", picture, "--mask", mask);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("400 pixels of them new");
        assertFilled(folder.resolve("stripes-filled.png"));
    }

    @Test
    void transparentPixelsAreHolesAndTheirColourLeavesNoTrace() throws IOException {
        Path torn = image("torn.png", BufferedImage.TYPE_INT_ARGB, before.width(), Color.BLACK);
        Path file = folder.resolve("whole.png");
        assertThat(cli.run("fill", torn, "-o", file).err()).isEmpty();
        assertFilled(file);
    }

    @Test
    void aPictureIsExtended() throws IOException {
        int side = before.width();
        Path file = folder.resolve("wide.png");
        String size = side + 40 + "x" + side;
        Cli.Outcome outcome =
                cli.run("extend", picture, "--size", size, "--at", "10,0", "-o", file);
        assertThat(outcome.err()).isEmpty();
        Pixels after = read(file);
        assertThat(after.cut(10, 0, side, side).bytes()).isEqualTo(before.bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fill   |                        | nothing of %s is transparent; --mask says what is missing
                    fill   | -o a.jpg               | --output is a.jpg, but must end in .png or .tif
                    fill   | --mask none.png        | none.png does not exist
                    extend | --size 10x10           | --size is 10x10, but must be at least
                    extend | --size 9000x9000       | the picture has 9000x9000 pixels, but at most 16 million
                    extend | --size 400x400 --at 500,0 | --at is 500,0, but must be from 0,0 to
                    """)
    void whatIsNotAllowedIsRefused(String command, String options, String sentence) {
        List<Object> words = new ArrayList<>(List.of(command, picture));
        words.addAll(options == null ? List.of() : List.of(options.split(" ")));
        Cli.Outcome outcome = cli.run(words.toArray());
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains(sentence.formatted(picture)).hasLineCount(1);
    }

    @Test
    void aMaskIsAsLargeAsThePicture() throws IOException {
        Path mask = image("mask.png", BufferedImage.TYPE_BYTE_GRAY, 60, Color.WHITE);
        assertThat(cli.run("fill", picture, "--mask", mask).err())
                .contains("--mask has 60x60 pixels, but must have");
    }
}
