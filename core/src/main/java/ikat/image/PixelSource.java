package ikat.image;

/** Something that can make any region of an endless picture. */
public interface PixelSource {

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    int channels();

    /**
     * Makes a region.
     *
     * @return {@code [height, width, channels]}, 8 bits a sample
     */
    byte[] render(PixelRegion region);
}
