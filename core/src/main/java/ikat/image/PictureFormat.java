package ikat.image;

import java.awt.image.RenderedImage;
import java.nio.file.Path;
import java.util.Locale;

/** Output picture formats, chosen by file name extension. */
enum PictureFormat {
    PNG(Integer.MAX_VALUE, Long.MAX_VALUE),
    JPEG(65_500, Long.MAX_VALUE),
    /** TIFF offsets have 32 bits; the margin is for headers and incompressible pixels. */
    TIFF(Integer.MAX_VALUE, (1L << 32) - (64L << 20));

    private final int longestSide;
    private final long mostBytes;

    PictureFormat(int longestSide, long mostBytes) {
        this.longestSide = longestSide;
        this.mostBytes = mostBytes;
    }

    static PictureFormat of(Path file) throws ImageFormatException {
        String name = ImageFiles.nameOf(file).toLowerCase(Locale.ROOT);
        return switch (name.substring(Math.max(0, name.lastIndexOf('.')))) {
            case ".png" -> PNG;
            case ".jpg", ".jpeg" -> JPEG;
            case ".tif", ".tiff" -> TIFF;
            default ->
                    throw new ImageFormatException(
                            "the ending of " + file,
                            "names no picture format; end it in .png, .jpg or .tif");
        };
    }

    void check(RenderedImage image) throws ImageFormatException {
        int side = Math.max(image.getWidth(), image.getHeight());
        String size = image.getWidth() + "x" + image.getHeight();
        if (side > longestSide) {
            throw new ImageFormatException(
                    "the picture",
                    "is %s pixels, but %s allows at most %s a side; write it as .png"
                            .formatted(size, this, longestSide));
        }
        if (rawBytes(image) > mostBytes) {
            throw new ImageFormatException(
                    "the picture of " + size + " pixels",
                    "has %s MB, but %s holds at most %s; write it as .png"
                            .formatted((rawBytes(image) >> 20), this, mostBytes >> 20));
        }
    }

    /** Uncompressed size of the pixels in bytes. */
    static long rawBytes(RenderedImage image) {
        int bits = image.getColorModel().getPixelSize();
        return (long) image.getWidth() * image.getHeight() * (bits / 8);
    }
}
