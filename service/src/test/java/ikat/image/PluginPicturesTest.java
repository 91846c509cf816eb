package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What core promises about picture files, with the decoders that the program brings along. */
class PluginPicturesTest {

    @TempDir Path folder;

    private Exemplar read(byte[] content) throws IOException {
        return ImageFiles.read(Files.write(folder.resolve("picture"), content));
    }

    private static float level(int value) {
        return value / 127.5f - 1;
    }

    /** JPEG and TIFF by the JDK's writers; the plug-ins are here for reading. */
    private static byte[] encode(String format, IIOImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = jdkWriter(format);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, image, null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkWriter(String format) {
        var writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (writer.getClass().getModule().getName() == null) {
            writer = writers.next();
        }
        return writer;
    }

    private static byte[] noise(String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 50, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int i = 0; i < 3000; i++) {
            image.setRGB(i % 60, i / 60, random.nextInt());
        }
        return encode(format, new IIOImage(image, null, null));
    }

    private static byte[] withSegment(byte[] jpeg, int at, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, at)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, at, jpeg.length - at)
                .array();
    }

    @Test
    void thePluginsAreThere() {
        assertThat(ImageIO.getReaderFormatNames()).contains("webp", "WEBP");
        assertThat(ImageIO.getImageReadersByFormatName("jpeg").next().getClass().getName())
                .contains("twelvemonkeys");
    }

    @Test
    void cmykBecomesRgbWithANote() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(
                    i % 16, i / 16, new int[] {200, 100, 50, 255}); // Adobe stores 255 - ink
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] jpeg = encode("jpeg", new IIOImage(raster, null, null));

        Exemplar read = read(withSegment(jpeg, 2, 0xEE, adobe));

        assertThat(read.channels()).isEqualTo(3);
        // an ink's colour depends on the press that is assumed: more red than green than blue
        assertThat(read.at(0, 8, 8)).isGreaterThan(read.at(1, 8, 8) + 0.3f);
        assertThat(read.at(1, 8, 8)).isGreaterThan(read.at(2, 8, 8) + 0.1f);
        assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("CMYK"));
    }

    private static byte[] exifOfOrientation6() {
        ByteBuffer exif = ByteBuffer.allocate(32);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) 6);
        return exif.array();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void aWebpIsTurnedUpright(int left) throws IOException {
        byte[] exif = Arrays.copyOfRange(exifOfOrientation6(), left, 32);

        Exemplar read = read(WebpFile.withExif(WebpFile.ofOneColour(20, 10, 200, 100, 50), exif));

        assertThat(read.width()).isEqualTo(10);
        assertThat(read.height()).isEqualTo(20);
        assertThat(read.notes()).singleElement().asString().contains("orientation 6");
    }

    @Test
    void aJpegIsTurnedUprightOnce() throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            image.setRGB(i % 10, i / 10, 0xFF0000);
        }
        byte[] jpeg = encode("jpeg", new IIOImage(image, null, null));

        Exemplar read = read(withSegment(jpeg, 2, 0xE1, exifOfOrientation6()));

        assertThat(read.width()).isEqualTo(32);
        assertThat(read.at(0, 28, 3)).isGreaterThan(0.8f);
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

        Exemplar read = read(withSegment(jpeg, 20, 0xE2, content));

        // linear light of 128/255 by the transfer curve of IEC 61966-2-1
        assertThat(read.at(1, 8, 8)).isCloseTo(level(188), within(0.04f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "tiff", "png"})
    void greyIsReadAsStored(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 4096; i++) {
            image.getRaster().setSample(i % 64, i / 64, 0, 90);
        }

        Exemplar read = read(encode(format, new IIOImage(image, null, null)));

        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.at(0, 30, 30)).isCloseTo(level(90), within(0.02f));
    }

    @Test
    void sixteenBitTiffKeepsItsPrecision() throws IOException {
        BufferedImage image = new BufferedImage(300, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 300; x++) {
            image.getRaster().setSample(x, 1, 0, 65235 + x);
        }

        Exemplar read = read(encode("tiff", new IIOImage(image, null, null)));

        for (int x = 0; x < 300; x++) {
            assertThat((read.at(0, x, 1) + 1) * 32767.5).isCloseTo(65235 + x, within(0.01));
        }
    }

    @Test
    void webpIsRead() throws IOException {
        Exemplar read = read(WebpFile.ofOneColour(20, 10, 200, 100, 50));

        assertThat(read.width()).isEqualTo(20);
        assertThat(read.height()).isEqualTo(10);
        assertThat(read.at(0, 19, 9)).isCloseTo(level(200), within(1e-6f));
        assertThat(read.at(1, 0, 0)).isCloseTo(level(100), within(1e-6f));
        assertThat(read.at(2, 7, 7)).isCloseTo(level(50), within(1e-6f));
    }

    @Test
    void aGiganticWebpIsNeverDecoded() {
        assertThatThrownBy(() -> read(WebpFile.ofOneColour(16384, 16384, 1, 2, 3)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("16384x16384 pixels, but at most");
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 0.3", "jpeg, 0.9", "tiff, 0.3", "tiff, 0.9", "webp, 0.5"})
    void aPictureThatIsCutOffIsRefused(String format, double part) throws IOException {
        byte[] whole =
                format.equals("webp") ? WebpFile.ofOneColour(20, 10, 200, 100, 50) : noise(format);

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, (int) (part * whole.length))))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("cut off")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "tiff", "webp"})
    void damageGivesAPictureOrOneSentence(String format) throws IOException {
        byte[] whole =
                format.equals("webp") ? WebpFile.ofOneColour(20, 10, 200, 100, 50) : noise(format);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                int range = random.nextBoolean() ? Math.min(200, whole.length) : whole.length;
                damaged[random.nextInt(range)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(damaged).width()).isPositive();
            } catch (ImageFormatException e) {
                assertThat(e.getMessage()).startsWith("picture ").hasLineCount(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif"})
    void picturesAreStillWrittenABandAtATime(String name) throws IOException {
        int[] bands = {0};
        PixelSource source =
                new PixelSource() {
                    @Override
                    public int channels() {
                        return 3;
                    }

                    @Override
                    public byte[] render(PixelRegion region) {
                        bands[0]++;
                        return new byte[region.width() * region.height() * 3];
                    }
                };
        Path file = folder.resolve(name);
        try (OnDemandImage image = new OnDemandImage(source, new PixelRegion(0, 0, 200, 200), 20)) {
            ImageFiles.write(image, file);
        }

        assertThat(bands[0]).isEqualTo(10);
        assertThat(ImageFiles.read(file).width()).isEqualTo(200);
    }
}
