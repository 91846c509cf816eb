package ikat.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Builds lossless WebP files of one colour by hand (RFC 9649, section 3), since Java has no writer.
 */
final class WebpFile {

    /** The decoder reads eight bytes ahead. */
    private static final int SLACK = 16;

    private final BitSet bits = new BitSet();
    private int length;

    private WebpFile() {}

    static byte[] ofOneColour(int width, int height, int red, int green, int blue) {
        WebpFile file = new WebpFile();
        file.put(0x2F, 8).put(width - 1, 14).put(height - 1, 14);
        file.put(0, 1).put(0, 3); // no alpha, version 0
        file.put(0, 1).put(0, 1).put(0, 1); // no transform, no colour cache, one group of codes
        file.codeOf(green).codeOf(red).codeOf(blue).codeOf(255);
        file.put(1, 1).put(0, 1).put(0, 1).put(0, 1); // distances: only 0
        return file.contained();
    }

    /** The same in an extended file with Exif metadata, which begin with a name in some files. */
    static byte[] withExif(byte[] simple, byte[] exif) {
        ByteBuffer file =
                ByteBuffer.allocate(simple.length + 18 + 8 + exif.length + exif.length % 2)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(simple, 0, 12)
                        .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                        .putInt(10)
                        .putInt(8); // has Exif metadata
        int size = ByteBuffer.wrap(simple).order(ByteOrder.LITTLE_ENDIAN).getInt(21);
        put24(file, size & 0x3FFF);
        put24(file, size >> 14 & 0x3FFF);
        file.put(simple, 12, simple.length - 12);
        file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        return file.putInt(4, file.capacity() - 8).array();
    }

    private static void put24(ByteBuffer file, int value) {
        file.putShort((short) value).put((byte) (value >> 16));
    }

    private WebpFile put(int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(length++, (value >> i & 1) == 1);
        }
        return this;
    }

    /** A simple code of a single symbol, which then takes no bit at all in any pixel. */
    private WebpFile codeOf(int symbol) {
        return put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }

    private byte[] contained() {
        byte[] packed = bits.toByteArray();
        int size = (length + 7) / 8 + SLACK;
        int padded = size + size % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .put(packed)
                .array();
    }
}
