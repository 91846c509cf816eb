package ikat.export;

import ikat.image.Pixels;
import java.util.zip.Adler32;

/**
 * Rows of a PNG, filtered and packed on their own, so that many can be packed at a time: one after
 * the other they are one deflate stream (RFC 1951), as each ends at a whole byte.
 *
 * @param bytes of the deflate stream
 * @param adler checksum of what was packed (RFC 1950)
 * @param length of what was packed
 */
record PackedRows(byte[] bytes, int adler, long length) {

    /** What a zlib stream of such rows begins with. */
    static final byte[] ZLIB_HEADER = {0x78, 0x01};

    private static final byte SUB = 1;
    private static final byte AVERAGE = 3;

    /**
     * Packs rows. Each value is stored as its difference from the mean of the one to its left and
     * the one above: on grain that packs better than any other filter but Paeth's, and much faster
     * (measured, docs/performance.md).
     *
     * @param first of the rows
     * @param rows at least 1
     * @param last whether the stream ends here
     */
    static PackedRows of(Pixels picture, int first, int rows, boolean last) {
        int stride = picture.stride();
        byte[] filtered = new byte[Math.multiplyExact(stride + 1, rows)];
        filtered[0] = SUB; // what is above belongs to other rows
        difference(picture, first, filtered, 1);
        for (int y = 1; y < rows; y++) {
            int out = y * (stride + 1);
            filtered[out] = AVERAGE;
            average(picture, first + y, filtered, out + 1);
        }
        Adler32 adler = new Adler32();
        adler.update(filtered);
        return new PackedRows(
                LiteralDeflate.pack(filtered, last), (int) adler.getValue(), filtered.length);
    }

    /** Differences from the pixel to the left, of one row. */
    static void difference(Pixels picture, int row, byte[] to, int out) {
        byte[] pixels = picture.bytes();
        int channels = picture.channels();
        int stride = picture.stride();
        int in = row * stride;
        System.arraycopy(pixels, in, to, out, channels);
        for (int x = channels; x < stride; x++) {
            to[out + x] = (byte) (pixels[in + x] - pixels[in + x - channels]);
        }
    }

    private static void average(Pixels picture, int row, byte[] to, int out) {
        byte[] pixels = picture.bytes();
        int channels = picture.channels();
        int stride = picture.stride();
        int in = row * stride;
        int above = in - stride;
        for (int x = 0; x < channels; x++) {
            to[out + x] = (byte) (pixels[in + x] - ((pixels[above + x] & 0xff) >> 1));
        }
        for (int x = channels; x < stride; x++) {
            int both = (pixels[in + x - channels] & 0xff) + (pixels[above + x] & 0xff);
            to[out + x] = (byte) (pixels[in + x] - (both >> 1));
        }
    }

    /**
     * The checksum of two parts one after the other (RFC 1950, section 8.2): each byte of the first
     * counts once more for each byte of the second.
     */
    static int combined(int first, int second, long secondLength) {
        long base = 65521;
        long length = secondLength % base;
        long low1 = first & 0xffff;
        long low = (low1 + (second & 0xffff) + base - 1) % base;
        // The second part was summed up from 1, as if nothing came before it.
        long high = ((first >>> 16) + (second >>> 16) + length * (low1 + base - 1)) % base;
        return (int) (high << 16 | low);
    }
}
