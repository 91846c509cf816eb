package ikat.texture;

/**
 * A closed rectangle of the plane in pixels; {@link #NOTHING} is empty.
 *
 * @param left least x
 * @param top least y
 * @param right greatest x
 * @param bottom greatest y
 */
record Extent(double left, double top, double right, double bottom) {

    static final Extent NOTHING =
            new Extent(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    Extent with(double x, double y) {
        return with(new Extent(x, y, x, y));
    }

    Extent with(Extent other) {
        return new Extent(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Extent grown(double by) {
        return new Extent(left - by, top - by, right + by, bottom + by);
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** The distance between two rectangles, 0 if they meet. */
    double distance(Extent other) {
        double across = Math.max(0, Math.max(other.left - right, left - other.right));
        double down = Math.max(0, Math.max(other.top - bottom, top - other.bottom));
        return Math.sqrt(across * across + down * down);
    }
}
