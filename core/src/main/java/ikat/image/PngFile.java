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
 * What the chunks of a PNG file tell beside its pixels (PNG specification, second edition, section
 * 5). The JDK's decoder neither compares checksums nor knows of profiles and animations.
 *
 * @param animated whether more frames follow the picture
 * @param profile the ICC profile of its colours, if it has one
 */
record PngFile(boolean animated, byte @Nullable [] profile) {

    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int LARGEST_PROFILE = 16 << 20;
    private static final PngFile NOTHING = new PngFile(false, null);

    /**
     * Goes through the chunks and leaves the stream where it was. Of a file in another format it
     * tells nothing.
     *
     * @throws ImageFormatException if the file is cut off or a chunk that matters has a wrong
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
                    name, "is cut off: the PNG data ends too early; save it anew", e);
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
                        "is damaged: the checksum of its PNG chunk "
                                + printable(type)
                                + " is wrong; save it anew");
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

    /** A name that ends in 0, the compression's number, then the profile as zlib packed it. */
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
            // No profile at all is as bad as one that cannot be unpacked, and is told as such.
            return new byte[0];
        }
    }
}
