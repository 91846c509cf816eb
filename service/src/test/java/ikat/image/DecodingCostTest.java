package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files whose decoding takes long are refused after a bounded time. */
class DecodingCostTest {

    @TempDir private Path folder;

    /** Bits as lossless WebP has them, the lowest first. */
    private static final class Bits {
        private final byte[] bytes = new byte[64];
        private int count;

        void put(int value, int bits) {
            for (int i = 0; i < bits; i++, count++) {
                bytes[count >> 3] |= (byte) ((value >> i & 1) << (count & 7));
            }
        }
    }

    /** A header and codes of one bit a pixel, then nothing. */
    private static byte[] losslessWithoutPixels(int side) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(side - 1, 14);
        bits.put(side - 1, 14);
        bits.put(0, 1 + 3 + 3); // no alpha, version, no transforms, no cache, one group of codes
        bits.put(0b111, 3); // two greens of eight bits
        bits.put(10, 8);
        bits.put(200, 8);
        for (int i = 0; i < 4; i++) {
            bits.put(0b0001, 4); // one red, blue, alpha and distance: 0
        }
        return Arrays.copyOf(bits.bytes, bits.count / 8 + 8);
    }

    private static byte[] chunk(String name, byte[] content) {
        int padded = content.length + content.length % 2;
        return ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] webp(byte[] chunk) {
        byte[] content = new byte[4 + chunk.length];
        System.arraycopy("WEBP".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 4);
        System.arraycopy(chunk, 0, content, 4, chunk.length);
        return chunk("RIFF", content);
    }

    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 4096, 8000})
    void aLosslessPictureThatEndsEarlyCostsNoTime(int side) throws IOException {
        Path file = folder.resolve("short.webp");
        Files.write(file, webp(chunk("VP8L", losslessWithoutPixels(side))));
        long begun = cpuMillis();
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("is cut off");
        assertThat(cpuMillis() - begun).isLessThan(3000);
    }

    @Test
    void aPictureOfThousandsOfScansEndsInTime() throws IOException {
        Path file = Files.write(folder.resolve("scans.jpg"), scans(2000, 20_000));
        long begun = cpuMillis();
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("takes more than 6 s to decode");
        assertThat(cpuMillis() - begun).isBetween(5000L, 9000L);
    }

    /** A grey JPEG whose last scan, of some thirty bytes, is there again and again. */
    private static byte[] scans(int side, int times) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        BufferedImage black = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(whole)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(black, null, null), progressive);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = whole.toByteArray();
        int last = jpeg.length - 2;
        while ((jpeg[last] & 0xff) != 0xff || (jpeg[last + 1] & 0xff) != 0xda) {
            last--;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, last);
        for (int i = 0; i < times; i++) {
            out.write(jpeg, last, jpeg.length - 2 - last);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    @Test
    void anInterruptEndsDecoding() throws IOException {
        Path file = Files.write(folder.resolve("scans.jpg"), scans(200, 2));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ImageFiles.read(file))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
