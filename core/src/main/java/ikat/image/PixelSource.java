package ikat.image;

/** Anything that can give the pixels of a region of the endless plane. */
public interface PixelSource {

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    int channels();

    /**
     * The pixels of a region as {@code [height, width, channels]}, 8 bits each.
     *
     * <p>{@link OnDemandImage} calls this from one thread of its own, never twice at a time.
     */
    byte[] render(PixelRegion region);
}
