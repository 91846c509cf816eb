package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageErrorsTest {

    @TempDir Path folder;

    private void assertRefused(byte[] content, String reason) throws IOException {
        Path file = Files.write(folder.resolve("bad"), content);
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("bad is ")
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(300));
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 50, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            image.setRGB(i % 60, i / 60, random.nextInt());
        }
        return write(image, format);
    }

    @Test
    void whatIsNoFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.png");
        Path empty = Files.createFile(folder.resolve("empty.png"));

        assertThatThrownBy(() -> ImageFiles.read(missing))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage(missing + " does not exist; check the path");
        assertThatThrownBy(() -> ImageFiles.read(folder))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage(folder + " is a folder; give a picture file");
        assertThatThrownBy(() -> ImageFiles.read(empty))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage(empty + " is empty; give a picture file");
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheFormatsThatAreKnown() throws IOException {
        assertRefused(
                "weave".getBytes(StandardCharsets.UTF_8),
                "is not a picture of a known format; the known ones are PNG, JPEG, ");
        assertRefused(
                "\0\0\0\30ftypheic\0\0".getBytes(StandardCharsets.ISO_8859_1),
                "is a picture in HEIC, which is not read; save it as PNG or JPEG");
        assertRefused(
                "\0\0\0\34ftypavif\0\0".getBytes(StandardCharsets.ISO_8859_1),
                "is a picture in AVIF, which is not read");
        assertRefused(new byte[] {7}, "not a picture of a known format");
        assertRefused(new byte[5000], "not a picture of a known format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff"})
    void aPictureThatIsCutOffIsRefused(String format) throws IOException {
        byte[] whole = picture(format);

        for (double part : new double[] {0.3, 0.6, 0.9}) {
            assertRefused(Arrays.copyOf(whole, (int) (part * whole.length)), "cut off");
        }
        assertRefused(Arrays.copyOf(whole, 12), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff"})
    void damageGivesAPictureOrOneSentence(String format) throws IOException {
        byte[] whole = picture(format);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                int range = random.nextBoolean() ? 100 : damaged.length;
                damaged[random.nextInt(range)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertThat(ImageFiles.read(file, 10_000_000).width()).isPositive();
            } catch (ImageFormatException e) {
                assertThat(e.getMessage()).startsWith("damaged ").hasLineCount(1);
            }
        }
    }

    @Test
    void aWrongChecksumIsNoticed() throws IOException {
        byte[] damaged = picture("png");
        damaged[damaged.length - 40] ^= 1;

        assertRefused(damaged, "damaged: the checksum of its PNG chunk IDAT is wrong");
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "2147483647, 1", "2147483647, 2147483647"})
    void whatClaimsToBeGiganticIsNeverDecoded(int width, int height) throws IOException {
        PngChunks png = new PngChunks().header(width, height, 8, 2).chunk("IDAT", new byte[10]);

        assertRefused(png.end(), width + "x" + height + " pixels, but at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tiff"})
    void everyFormatHasTheLimit(String format) throws IOException {
        Path file = Files.write(folder.resolve("big"), picture(format));

        assertThatThrownBy(() -> ImageFiles.read(file, 2999))
                .hasMessage(
                        "big is 60x50 pixels, but at most 0.0 million pixels are read;"
                                + " crop it or scale it down");
        assertThat(ImageFiles.read(file, 3000).width()).isEqualTo(60);
    }
}
