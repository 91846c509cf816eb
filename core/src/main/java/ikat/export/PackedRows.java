package ikat.export;

import ikat.image.Pixels;
import java.util.zip.Adler32;

/**
 * Rows of a PNG, filtered and compressed independently of other rows, so that threads can pack in
 * parallel. Each ends on a byte boundary; concatenated they are one deflate stream (RFC 1951).
 *
 * @param bytes of the deflate stream
 * @param adler Adler-32 of the filtered rows (RFC 1950)
 * @param length of the filtered rows in bytes
 */
record PackedRows(byte[] bytes, int adler, long length) {

    /** The header of a zlib stream of such rows. */
    static final byte[] ZLIB_HEADER = {0x78, 0x01};

    private static final byte SUB = 1;
    private static final byte AVERAGE = 3;

    /**
     * Packs rows with the Average filter, the first with Sub. On grain, Average compresses better
     * than every other filter except Paeth and is much faster (measured, docs/performance.md).
     *
     * @param first index of the first row
     * @param rows at least 1
     * @param last whether these are the last rows of the stream
     */
    static PackedRows of(Pixels picture, int first, int rows, boolean last) {
        int stride = picture.stride();
        byte[] filtered = new byte[Math.multiplyExact(stride + 1, rows)];
        filtered[0] = SUB; // the row above may be packed elsewhere
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

    /** Writes the differences of one row from the pixel to the left. */
    static void difference(Pixels picture, int row, byte[] to, int out) {
        byte[] pixels = picture.bytes();
        int pixel = picture.pixelBytes();
        int stride = picture.stride();
        int in = row * stride;
        System.arraycopy(pixels, in, to, out, pixel);
        for (int x = pixel; x < stride; x++) {
            to[out + x] = (byte) (pixels[in + x] - pixels[in + x - pixel]);
        }
    }

    private static void average(Pixels picture, int row, byte[] to, int out) {
        byte[] pixels = picture.bytes();
        int pixel = picture.pixelBytes();
        int stride = picture.stride();
        int in = row * stride;
        int above = in - stride;
        for (int x = 0; x < pixel; x++) {
            to[out + x] = (byte) (pixels[in + x] - ((pixels[above + x] & 0xff) >> 1));
        }
        for (int x = pixel; x < stride; x++) {
            int both = (pixels[in + x - pixel] & 0xff) + (pixels[above + x] & 0xff);
            to[out + x] = (byte) (pixels[in + x] - (both >> 1));
        }
    }

    /**
     * The Adler-32 checksum of two concatenated parts (RFC 1950, section 8.2): each byte of the
     * second part adds the first part's sum to the upper half once more.
     */
    static int combined(int first, int second, long secondLength) {
        long base = 65521;
        long length = secondLength % base;
        long low1 = first & 0xffff;
        long low = (low1 + (second & 0xffff) + base - 1) % base;
        // The sum of the second part started from 1.
        long high = ((first >>> 16) + (second >>> 16) + length * (low1 + base - 1)) % base;
        return (int) (high << 16 | low);
    }
}
