package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.service.film.WebpPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged pictures are decoded, or refused in one sentence, in bounded time and memory. */
@Tag("fuzz")
class PictureFuzzTest {

    private static final int SIDE = 24;
    private static final long MOST_PIXELS = 2L << 20;
    private static final int PNG_SIGNATURE = 8;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "gif", "bmp", "webp"})
    void aDamagedPictureIsReadOrRefused(String format) throws Exception {
        Path file = folder.resolve("picture." + format);
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(noise(format, BufferedImage.TYPE_3BYTE_BGR));
        seeds.add(noise(format, BufferedImage.TYPE_BYTE_GRAY));
        if (format.equals("webp")) {
            seeds.add(WebpFile.ofOneColour(SIDE, SIDE, 200, 100, 50));
        }
        if (format.equals("png")) {
            seeds.add(noise(format, BufferedImage.TYPE_4BYTE_ABGR));
            seeds.add(noise(format, BufferedImage.TYPE_BYTE_INDEXED));
            seeds.add(noise(format, BufferedImage.TYPE_USHORT_GRAY));
        }
        Tally tally =
                FuzzTrial.of(format, ImageFormatException.class)
                        .repairedBy(input -> format.equals("png") ? checksummed(input) : input)
                        .run(
                                seeds,
                                input -> ImageFiles.read(Files.write(file, input), MOST_PIXELS));
        assertThat(tally.refused()).isPositive();
    }

    private static byte[] noise(String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        Random random = new Random(2);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, random.nextInt());
        }
        if (format.equals("webp")) {
            int channels = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 3;
            Pixels pixels = Pixels.empty(SIDE, SIDE, channels);
            random.nextBytes(pixels.bytes());
            return WebpPicture.pack(pixels);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** Corrects the checksums of all chunks that lie within the file. */
    private static byte[] checksummed(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = PNG_SIGNATURE;
        while (at + 12 <= png.length) {
            long end = at + 8L + Integer.toUnsignedLong(file.getInt(at));
            if (end + 4 > png.length) {
                return png;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, (int) end - at - 4);
            file.putInt((int) end, (int) sum.getValue());
            at = (int) end + 4;
        }
        return png;
    }
}
