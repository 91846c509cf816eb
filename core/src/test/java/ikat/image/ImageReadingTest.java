package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReadingTest {

    @TempDir Path folder;

    private static final Random RANDOM = new Random(1);

    private Path save(BufferedImage image, String name, String format) throws IOException {
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static BufferedImage noise(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, RANDOM.nextInt());
        }
        return image;
    }

    private static float level(int value) {
        return value / 127.5f - 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void coloursAreReadExactly(String format) throws IOException {
        BufferedImage image = noise(BufferedImage.TYPE_INT_RGB, 13, 7);

        Exemplar read = ImageFiles.read(save(image, "a." + format, format));

        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.width()).isEqualTo(13);
        assertThat(read.height()).isEqualTo(7);
        assertThat(read.name()).isEqualTo("a." + format);
        assertThat(read.notes()).isEmpty();
        assertThat(read.at(0, 3, 5))
                .isCloseTo(level(image.getRGB(3, 5) >> 16 & 0xFF), within(1e-6f));
        assertThat(read.at(2, 12, 6)).isCloseTo(level(image.getRGB(12, 6) & 0xFF), within(1e-6f));
        assertThat(read.toImage().getRGB(0, 0, 13, 7, null, 0, 13))
                .containsExactly(image.getRGB(0, 0, 13, 7, null, 0, 13));
    }

    @Test
    void theHashIsThatOfTheFile() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        Path file = save(image, "a.wbmp", "wbmp");

        assertThat(Files.readAllBytes(file)).containsExactly(0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(ImageFiles.read(file).sha256())
                .isEqualTo("c60c6df4a08240118fd443987aa7bd493cc247ad8dc94b5205dd5c447b4ca513");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void greyIsReadAsStored(String format) throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }

        Exemplar read = ImageFiles.read(save(image, "grey", format));

        assertThat(read.channels()).isEqualTo(1);
        for (int x = 0; x < 256; x++) {
            assertThat(read.at(0, x, 0)).isCloseTo(level(x), within(1e-6f));
        }
    }

    @Test
    void sixteenBitGreyKeepsItsPrecision() throws IOException {
        BufferedImage image = new BufferedImage(300, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 300; x++) {
            image.getRaster().setSample(x, 1, 0, 65235 + x);
        }

        Exemplar read = ImageFiles.read(save(image, "grey16.png", "png"));

        assertThat(read.channels()).isEqualTo(1);
        for (int x = 0; x < 300; x++) {
            assertThat((read.at(0, x, 1) + 1) * 32767.5).isCloseTo(65235 + x, within(0.01));
        }
    }

    @Test
    void sixteenBitColourKeepsItsPrecision() throws IOException {
        BufferedImage image = deepColour(ColorSpace.CS_sRGB);
        image.getRaster().setPixel(2, 1, new int[] {1, 256, 54321});

        Exemplar read = ImageFiles.read(save(image, "deep.png", "png"));

        assertThat(read.channels()).isEqualTo(3);
        assertThat((read.at(0, 2, 1) + 1) * 32767.5).isCloseTo(1, within(0.01));
        assertThat((read.at(1, 2, 1) + 1) * 32767.5).isCloseTo(256, within(0.01));
        assertThat((read.at(2, 2, 1) + 1) * 32767.5).isCloseTo(54321, within(0.01));
    }

    private static BufferedImage deepColour(int space) {
        ColorModel model =
                new ComponentColorModel(ColorSpace.getInstance(space), false, false, 1, 1);
        WritableRaster raster = model.createCompatibleWritableRaster(5, 4);
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void anExactlyGreyPictureHasOneChannel() throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 2, 0x808080);
        Exemplar grey = ImageFiles.read(save(image, "a.png", "png"));
        image.setRGB(3, 3, 0x808081);
        Exemplar colour = ImageFiles.read(save(image, "b.png", "png"));

        assertThat(grey.channels()).isEqualTo(1);
        assertThat(grey.at(0, 1, 2)).isCloseTo(level(128), within(1e-6f));
        assertThat(grey.notes()).singleElement().asString().contains("exactly grey");
        assertThat(grey.toImage().getRGB(1, 2)).isEqualTo(0xFF808080);
        assertThat(colour.channels()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void aPaletteIsResolved(String format) throws IOException {
        byte[] red = {0, (byte) 200, 1, 2, 3};
        byte[] green = {10, (byte) 220, 1, 2, 3};
        byte[] blue = {20, (byte) 240, 1, 2, 3};
        IndexColorModel palette = new IndexColorModel(8, 5, red, green, blue);
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(7, 1, 0, 1);

        Exemplar read = ImageFiles.read(save(image, "a", format));

        assertThat(read.at(0, 7, 1)).isCloseTo(level(200), within(1e-6f));
        assertThat(read.at(2, 0, 0)).isCloseTo(level(20), within(1e-6f));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void transparentPixelsAreLaidOverWhite() throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00112233);
        image.setRGB(1, 0, 0x80FF0000);
        image.setRGB(2, 0, 0xFF00FF00);
        image.setRGB(3, 0, 0xFF0000FF);

        Exemplar read = ImageFiles.read(save(image, "a.png", "png"));

        assertThat(read.at(0, 0, 0)).isEqualTo(1);
        assertThat(read.at(1, 0, 0)).isEqualTo(1);
        assertThat(read.at(0, 1, 0)).isEqualTo(1);
        assertThat(read.at(1, 1, 0)).isCloseTo(level(127), within(1e-5f));
        assertThat(read.at(0, 2, 0)).isEqualTo(-1);
        assertThat(read.notes()).containsExactly("2 transparent pixels were laid over white");
    }

    @Test
    void anOpaqueAlphaChannelIsNotWorthANote() throws IOException {
        BufferedImage image = noise(BufferedImage.TYPE_INT_RGB, 6, 6);
        BufferedImage opaque = new BufferedImage(6, 6, BufferedImage.TYPE_INT_ARGB);
        opaque.setRGB(0, 0, 6, 6, image.getRGB(0, 0, 6, 6, null, 0, 6), 0, 6);

        assertThat(ImageFiles.read(save(opaque, "a.png", "png")).notes()).isEmpty();
    }

    @Test
    void aJpegComesBackNearlyAsItWas() throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1024; i++) {
            image.setRGB(i % 32, i / 32, 0x405060);
        }

        Exemplar read = ImageFiles.read(save(image, "a.jpg", "jpg"));

        assertThat(read.at(0, 9, 9)).isCloseTo(level(0x40), within(0.03f));
        assertThat(read.at(2, 9, 9)).isCloseTo(level(0x60), within(0.03f));
    }

    @Test
    void theContentTellsTheFormatAndNotTheName() throws IOException {
        BufferedImage image = noise(BufferedImage.TYPE_INT_RGB, 5, 5);

        assertThat(ImageFiles.read(save(image, "a.jpg", "png")).width()).isEqualTo(5);
    }
}
