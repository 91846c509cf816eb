package ikat.image;

/** A source of pixels of the endless plane: colours, or a map of a material. */
public interface PixelSource {

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    int channels();

    /** How the samples are stored. */
    default Depth depth() {
        return Depth.EIGHT;
    }

    /** What the mean of several pixels is. */
    default Averaging averaging() {
        return Averaging.LIGHT;
    }

    /**
     * Renders a region as {@code [height, width, channels]} samples.
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

    /** The same plane with samples of another depth. */
    default PixelSource at(Depth depth) {
        return depth == depth() ? this : new ChangedPlane(this, depth, pixels -> pixels.at(depth));
    }
}
