package ikat.image;

/** A source of pixels of the endless plane. */
public interface PixelSource {

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    int channels();

    /**
     * Renders a region as {@code [height, width, channels]}, 8 bits each.
     *
     * <p>{@link OnDemandImage} calls this from a single thread of its own; other callers may call
     * it from several threads.
     */
    byte[] render(PixelRegion region);

    /**
     * The same plane, rendered on the calling thread only, for callers that run several threads
     * with a region each. It is as thread-safe as this source.
     */
    default PixelSource onOneThread() {
        return this;
    }
}
