package ikat.export;

import ikat.image.Depth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The chunks of a PNG file (PNG specification, second edition, section 5). */
final class PngChunks {

    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
    private static final int AROUND = 12; // length, type and CRC, in bytes
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int COLOUR_AND_ALPHA = 6;

    private PngChunks() {}

    /** The signature and the IHDR chunk. */
    static byte[] beginning(int width, int height, int channels, Depth depth) {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) (8 * depth.bytes()));
        header.put(
                (byte)
                        switch (channels) {
                            case 1 -> GREY;
                            case 3 -> COLOUR;
                            case 4 -> COLOUR_AND_ALPHA;
                            default ->
                                    throw new IllegalArgumentException(
                                            "channels is %s, but must be 1, 3 or 4"
                                                    .formatted(channels));
                        });
        byte[] chunk = chunk("IHDR", header.array());
        return ByteBuffer.allocate(8 + chunk.length).putLong(SIGNATURE).put(chunk).array();
    }

    /** An IDAT chunk. */
    static byte[] data(byte[] packed) {
        return chunk("IDAT", packed);
    }

    /** The IEND chunk. */
    static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        ByteBuffer chunk = ByteBuffer.allocate(data.length + AROUND);
        chunk.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
        return chunk.array();
    }
}
