package ikat.image;

/** Anything that can give the pixels of a region of the endless plane. */
public interface PixelSource {

    /** Colour channels: 1 (grey) or 3 (red, green, blue). */
    int channels();

    /**
     * The pixels of a region as {@code [height, width, channels]}, 8 bits each.
     *
     * <p>{@link OnDemandImage} calls this from one thread of its own, never twice at a time; who
     * writes pictures of any size calls it from many.
     */
    byte[] render(PixelRegion region);

    /**
     * The same plane, each of whose calls works on the calling thread only: for callers who have
     * many threads and give each its own region. It is as safe for them as this one.
     */
    default PixelSource onOneThread() {
        return this;
    }
}
