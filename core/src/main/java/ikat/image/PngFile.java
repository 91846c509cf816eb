package ikat.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Information from the chunks of a PNG file other than pixels (PNG specification, second edition,
 * section 5). The JDK's decoder neither verifies checksums nor supports profiles and animations.
 *
 * @param animated whether more frames follow the picture
 * @param profile the ICC colour profile; empty if it cannot be unpacked, null if absent
 */
record PngFile(boolean animated, byte @Nullable [] profile) {

    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int LARGEST_PROFILE = 16 << 20;
    private static final PngFile NOTHING = new PngFile(false, null);

    /**
     * Reads the chunks and restores the stream position. Returns an empty result for files in other
     * formats.
     *
     * @throws ImageFormatException if the file is truncated or a critical chunk has a wrong
     *     checksum
     */
    static PngFile check(String name, ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        stream.mark();
        try {
            if (stream.length() < 8 || stream.readLong() != SIGNATURE) {
                return NOTHING;
            }
            return checkChunks(name, stream);
        } catch (EOFException e) {
            throw new ImageFormatException(
                    name, "is cut off: the PNG data ends too early; save it again", e);
        } finally {
            stream.reset();
        }
    }

    private static PngFile checkChunks(String name, ImageInputStream stream) throws IOException {
        boolean animated = false;
        byte[] profile = null;
        for (String type = ""; !type.equals("IEND"); ) {
            long length = stream.readUnsignedInt();
            byte[] letters = new byte[4];
            stream.readFully(letters);
            type = new String(letters, StandardCharsets.ISO_8859_1);
            animated |= type.equals("acTL");
            if (type.equals("iCCP") && length <= LARGEST_PROFILE) {
                profile = profileAt(stream, (int) length);
            }
            int actual = checksum(letters, length, stream);
            boolean matters = Character.isUpperCase(type.charAt(0));
            if (stream.readInt() != actual && matters) {
                throw new ImageFormatException(
                        name,
                        "is damaged: the checksum of its PNG chunk %s is wrong; save it again"
                                .formatted(printable(type)));
            }
        }
        return new PngFile(animated, profile);
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }

    private static int checksum(byte[] type, long length, ImageInputStream stream)
            throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type);
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = stream.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        return (int) crc.getValue();
    }

    /**
     * The chunk holds a zero-terminated name, the compression method, and the profile compressed by
     * zlib.
     */
    private static byte[] profileAt(ImageInputStream stream, int length) throws IOException {
        byte[] chunk =
                new byte[(int) Math.min(length, stream.length() - stream.getStreamPosition())];
        stream.mark();
        stream.readFully(chunk);
        stream.reset();
        int packed = 0;
        while (packed < chunk.length && chunk[packed] != 0) {
            packed++;
        }
        int from = Math.min(chunk.length, packed + 2);
        try (InputStream unpacked =
                new InflaterInputStream(
                        new ByteArrayInputStream(chunk, from, chunk.length - from))) {
            return unpacked.readNBytes(LARGEST_PROFILE);
        } catch (IOException e) {
            // An empty profile is reported as damaged.
            return new byte[0];
        }
    }
}
