package ikat.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures as the bytes of PNG files, for containers that hold pictures. */
public final class PngBytes {

    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int LARGEST_HEADER = 8 + 12 + 13;

    /** Others, such as texts and profiles, could be packed without bound. */
    private static final Set<String> CHUNKS = Set.of("IHDR", "IDAT", "IEND");

    private PngBytes() {}

    /** The PNG file of a picture of 1 or 3 channels of 8 or 16 bits. */
    public static byte[] pack(Pixels picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture.toImage(), "png", bytes)) {
                throw new IllegalStateException("this Java has no writer for PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The picture in a PNG file from an untrusted source.
     *
     * @throws IllegalArgumentException if it is no picture of this size; the message is the end of
     *     a sentence
     */
    public static Pixels unpack(byte[] png, int width, int height, int channels, Depth depth) {
        checkChunks(png);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
                throw new IllegalArgumentException(
                        "has %sx%s pixels, but must have %sx%s"
                                .formatted(reader.getWidth(0), reader.getHeight(0), width, height));
            }
            return pixels(reader.read(0).getRaster(), channels, depth);
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("is a damaged PNG file", e);
        } finally {
            reader.dispose();
        }
    }

    private static Pixels pixels(Raster raster, int channels, Depth depth) {
        int bits = 8 * depth.bytes();
        if (raster.getNumBands() != channels || raster.getSampleModel().getSampleSize(0) != bits) {
            throw new IllegalArgumentException(
                    "has %s channels of %s bits, but must have %s of %s"
                            .formatted(
                                    raster.getNumBands(),
                                    raster.getSampleModel().getSampleSize(0),
                                    channels,
                                    bits));
        }
        return Pixels.of(raster, depth);
    }

    private static void checkChunks(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        if (png.length < LARGEST_HEADER || bytes.getLong() != SIGNATURE) {
            throw new IllegalArgumentException("is no PNG file");
        }
        while (bytes.remaining() >= 12) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (!CHUNKS.contains(name) || length < 0 || length > bytes.remaining() - 4) {
                throw new IllegalArgumentException("is a PNG file with parts that are not allowed");
            }
            bytes.position(bytes.position() + length + 4);
        }
    }
}
