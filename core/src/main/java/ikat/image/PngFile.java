package ikat.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;

/**
 * Information from the chunks of a PNG file other than pixels (PNG specification, third edition,
 * section 5). The JDK's decoder neither verifies checksums nor supports colour spaces and
 * animations.
 *
 * @param chunks content of the chunks about colours and animation, by type
 */
record PngFile(Map<String, byte[]> chunks) {

    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int LARGEST_CHUNK = 16 << 20;
    private static final Set<String> KEPT = Set.of("cICP", "iCCP", "sRGB", "gAMA", "acTL");
    private static final PngFile NOTHING = new PngFile(Map.of());

    /** Whether more frames follow the picture. */
    boolean animated() {
        return chunks.containsKey("acTL");
    }

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
        Map<String, byte[]> chunks = new HashMap<>();
        for (String type = ""; !type.equals("IEND"); ) {
            long length = stream.readUnsignedInt();
            byte[] letters = new byte[4];
            stream.readFully(letters);
            type = new String(letters, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(type) && length <= LARGEST_CHUNK && !chunks.containsKey(type)) {
                chunks.put(type, contentAt(stream, (int) length));
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
        return new PngFile(chunks);
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

    private static byte[] contentAt(ImageInputStream stream, int length) throws IOException {
        byte[] content =
                new byte[(int) Math.min(length, stream.length() - stream.getStreamPosition())];
        stream.mark();
        stream.readFully(content);
        stream.reset();
        return content;
    }
}
