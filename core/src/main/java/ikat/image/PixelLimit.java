package ikat.image;

import java.util.Locale;

/**
 * The largest picture that is read, checked against the file's header before anything is decoded.
 *
 * @param pixels at least 1
 */
record PixelLimit(long pixels) {

    private static final long LARGEST = 64L << 20;

    /** A decoder's 8 bytes, a plane's 12, and as much again while they are turned or converted. */
    private static final long BYTES_PER_PIXEL = 32;

    static PixelLimit ofThisMachine() {
        return new PixelLimit(
                Math.min(LARGEST, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL));
    }

    void check(String name, int width, int height) throws ImageFormatException {
        if (width < 1 || height < 1) {
            throw new ImageFormatException(
                    name, "claims to be " + width + "x" + height + " pixels; save it anew");
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
