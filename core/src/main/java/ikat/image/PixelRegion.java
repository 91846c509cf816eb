package ikat.image;

/**
 * A rectangle of pixels of the endless plane.
 *
 * @param left x of the first column, within ±2^45
 * @param top y of the first row, within ±2^45
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelRegion(long left, long top, int width, int height) {

    private static final long FAR = 1L << 45;

    public PixelRegion {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a region of %sx%s pixels is empty; both must be at least 1"
                            .formatted(width, height));
        }
        if (left < -FAR || top < -FAR || left > FAR - width || top > FAR - height) {
            throw new IllegalArgumentException(
                    "the region at %s,%s lies beyond the plane; coordinates go up to ±%s"
                            .formatted(left, top, FAR));
        }
    }

    /** The first column to the right of the region. */
    public long right() {
        return left + width;
    }

    /** The first row below the region. */
    public long bottom() {
        return top + height;
    }
}
