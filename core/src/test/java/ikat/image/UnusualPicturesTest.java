package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orientation, profiles, inks, animation: what cameras and programs put into a file beside pixels.
 */
class UnusualPicturesTest {

    @TempDir Path folder;

    private Exemplar read(byte[] content) throws IOException {
        return ImageFiles.read(Files.write(folder.resolve("unusual"), content));
    }

    private static float level(int value) {
        return value / 127.5f - 1;
    }

    private static byte[] encode(String format, IIOImage... images) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            if (images.length == 1) {
                writer.write(null, images[0], null);
            } else {
                writer.prepareWriteSequence(null);
                for (IIOImage image : images) {
                    writer.writeToSequence(image, null);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer buffer =
                ByteBuffer.allocate(32).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        buffer.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        buffer.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return buffer.array();
    }

    /**
     * Where the stored upper left corner, in red, and lower left corner, in blue, are to be seen.
     */
    @ParameterizedTest
    @CsvSource({
        "2, right, top, right, bottom",
        "3, right, bottom, right, top",
        "4, left, bottom, left, top",
        "5, left, top, right, top",
        "6, right, top, left, top",
        "7, right, bottom, left, bottom",
        "8, left, bottom, right, bottom"
    })
    void aCamerasOrientationIsApplied(int tag, String redX, String redY, String blueX, String blueY)
            throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            image.setRGB(i % 10, i / 10, 0xFF0000);
            image.setRGB(i % 10, 31 - i / 10, 0x0000FF);
        }
        byte[] jpeg = encode("jpeg", new IIOImage(image, null, null));

        Exemplar read = read(withSegment(jpeg, segment(0xE1, exif(tag))));

        assertThat(List.of(read.width(), read.height()))
                .isEqualTo(tag >= 5 ? List.of(32, 64) : List.of(64, 32));
        assertThat(at(read, 0, redX, redY)).isGreaterThan(0.8f);
        assertThat(at(read, 2, blueX, blueY)).isGreaterThan(0.8f);
        assertThat(read.notes()).singleElement().asString().contains("orientation " + tag);
    }

    @Test
    void theOrientationOfAPngIsApplied() throws IOException {
        byte[] tiff = Arrays.copyOfRange(exif(6), 6, 32);
        byte[] pixels = {0, -1, 0, 0, 0, 0, -1};
        PngChunks before = new PngChunks().header(2, 1, 8, 2).chunk("eXIf", tiff);
        PngChunks after = new PngChunks().header(2, 1, 8, 2);

        for (PngChunks png :
                List.of(
                        before.chunk("IDAT", PngChunks.packed(pixels)),
                        after.chunk("IDAT", PngChunks.packed(pixels)).chunk("eXIf", tiff))) {
            Exemplar read = read(png.end());

            assertThat(List.of(read.width(), read.height())).isEqualTo(List.of(1, 2));
            assertThat(read.at(0, 0, 0)).isEqualTo(1);
            assertThat(read.at(2, 0, 1)).isEqualTo(1);
            assertThat(read.notes()).singleElement().asString().contains("orientation 6");
        }
    }

    private static float at(Exemplar exemplar, int channel, String side, String end) {
        return exemplar.at(
                channel,
                side.equals("left") ? 3 : exemplar.width() - 4,
                end.equals("top") ? 3 : exemplar.height() - 4);
    }

    @Test
    void anUprightOrDamagedOrientationChangesNothing() throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = encode("jpeg", new IIOImage(image, null, null));

        assertThat(read(withSegment(jpeg, segment(0xE1, exif(1)))).notes()).isEmpty();
        assertThat(read(withSegment(jpeg, segment(0xE1, exif(77)))).notes()).isEmpty();
        byte[] cut = Arrays.copyOf(exif(6), 18);
        assertThat(read(withSegment(jpeg, segment(0xE1, cut))).notes()).isEmpty();
    }

    @Test
    void theFirstFrameOfAnAnimationIsTaken() throws IOException {
        BufferedImage first = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        first.setRGB(2, 3, 0xFF0000);
        BufferedImage second = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);

        Exemplar read =
                read(
                        encode(
                                "gif",
                                new IIOImage(first, null, null),
                                new IIOImage(second, null, null)));

        assertThat(read.at(0, 2, 3)).isEqualTo(1);
        assertThat(read.notes())
                .containsExactly("the file holds several pictures; the first was taken");
    }

    private static PngChunks pngOfOnePixel(
            int red, int green, int blue, String type, byte[] content) {
        byte[] row = {0, (byte) red, (byte) green, (byte) blue};
        return new PngChunks()
                .header(1, 1, 8, 2)
                .chunk(type, content)
                .chunk("IDAT", PngChunks.packed(row));
    }

    @Test
    void anAnimatedPngIsNoted() throws IOException {
        Exemplar read = read(pngOfOnePixel(1, 2, 3, "acTL", new byte[8]).end());

        assertThat(read.notes())
                .containsExactly("the picture is animated; its first frame was taken");
    }

    private static byte[] profileChunk(byte[] profile) {
        byte[] packed = PngChunks.packed(profile);
        return ByteBuffer.allocate(3 + packed.length)
                .put((byte) 'p')
                .put((byte) 0)
                .put((byte) 0)
                .put(packed)
                .array();
    }

    @Test
    void coloursOfAnotherProfileBecomeSrgb() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        Exemplar read = read(pngOfOnePixel(55, 128, 0, "iCCP", profileChunk(linear)).end());

        // linear light of 55/255 and 128/255 by the transfer curve of IEC 61966-2-1
        assertThat(read.at(0, 0, 0)).isCloseTo(level(128), within(0.02f));
        assertThat(read.at(1, 0, 0)).isCloseTo(level(188), within(0.02f));
        assertThat(read.notes()).singleElement().asString().contains("converted to sRGB");
    }

    @Test
    void anEmbeddedSrgbProfileChangesNothing() throws IOException {
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        Exemplar read = read(pngOfOnePixel(55, 128, 0, "iCCP", profileChunk(srgb)).end());

        assertThat(read.at(1, 0, 0)).isCloseTo(level(128), within(1e-6f));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aDamagedProfileIsLeftOut() throws IOException {
        for (byte[] chunk :
                List.of(new byte[] {1, 2, 3}, new byte[0], profileChunk(new byte[200]))) {
            Exemplar read = read(pngOfOnePixel(55, 128, 0, "iCCP", chunk).end());

            assertThat(read.at(1, 0, 0)).isCloseTo(level(128), within(1e-6f));
            assertThat(read.notes()).singleElement().asString().contains("was left out");
        }
    }

    @Test
    void aProfileInAJpegIsApplied() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, 0x378000);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] content =
                ByteBuffer.allocate(14 + linear.length)
                        .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                        .put(linear)
                        .array();
        byte[] jpeg = encode("jpeg", new IIOImage(image, null, null));
        int afterJfif = 20;
        byte[] segment = segment(0xE2, content);
        byte[] profiled =
                ByteBuffer.allocate(jpeg.length + segment.length)
                        .put(jpeg, 0, afterJfif)
                        .put(segment)
                        .put(jpeg, afterJfif, jpeg.length - afterJfif)
                        .array();

        Exemplar read = read(profiled);

        assertThat(read.at(1, 8, 8)).isCloseTo(level(188), within(0.04f));
    }

    @Test
    void cmykIsConvertedOrRefusedByName() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 8, 8, 4, null);
        for (int i = 0; i < 64; i++) {
            raster.setPixel(i % 8, i / 8, new int[] {200, 100, 50, 255}); // Adobe stores 255 - ink
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] jpeg = encode("jpeg", new IIOImage(raster, null, null));
        try {
            Exemplar read = read(withSegment(jpeg, segment(0xEE, adobe)));

            assertThat(read.at(0, 4, 4)).isCloseTo(level(200), within(0.04f));
            assertThat(read.at(1, 4, 4)).isCloseTo(level(100), within(0.04f));
            assertThat(read.at(2, 4, 4)).isCloseTo(level(50), within(0.04f));
            assertThat(read.notes()).singleElement().asString().contains("CMYK");
        } catch (ImageFormatException e) {
            // The first releases of Java 17 cannot decode it.
            assertThat(e).hasMessageContaining("CMYK; save it as RGB");
        }
    }
}
