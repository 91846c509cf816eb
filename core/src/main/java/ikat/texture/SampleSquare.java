package ikat.texture;

/**
 * A square grid of sample points on the plane.
 *
 * @param left of the first column in pixels
 * @param top of the first row in pixels
 * @param step between neighbours in pixels
 * @param count points per side
 */
record SampleSquare(double left, double top, double step, int count) {

    Extent extent() {
        double side = (count - 1) * step;
        return new Extent(left, top, left + side, top + side);
    }

    /** The first column or row at a distance from the first one or beyond it. */
    int firstFrom(double distance) {
        return (int) Math.max(0, Math.min(count, Math.ceil(distance / step)));
    }

    /** The last column or row up to a distance from the first one. */
    int lastUpTo(double distance) {
        return (int) Math.max(-1, Math.min(count - 1, Math.floor(distance / step)));
    }
}
