package ikat.image;

import java.util.Locale;

/**
 * Limit on the size of pictures to read, checked against the file's header before decoding.
 *
 * @param pixels at least 1
 */
record PixelLimit(long pixels) {

    private static final long LARGEST = 64L << 20;

    /** 8 bytes in the decoder, 12 in planes, and 12 more while they are rotated or converted. */
    private static final long BYTES_PER_PIXEL = 32;

    static PixelLimit ofThisMachine() {
        return new PixelLimit(
                Math.min(LARGEST, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL));
    }

    void check(String name, int width, int height) throws ImageFormatException {
        if (width < 1 || height < 1) {
            throw new ImageFormatException(
                    name, "claims to be " + width + "x" + height + " pixels; save it again");
        }
        if ((long) width * height > pixels) {
            throw new ImageFormatException(
                    name,
                    String.format(
                            Locale.ROOT,
                            "is %dx%d pixels, but at most %.1f million pixels are read;"
                                    + " crop it or scale it down",
                            width,
                            height,
                            pixels / 1e6));
        }
    }
}
