package ikat.film;

/**
 * What a camera sees: the place in the middle of the frame, and how large.
 *
 * @param x of the middle, in steps of a pixel of the plane
 * @param y of the middle, in steps of a pixel of the plane
 * @param zoom pixels of the frame a pixel of the plane
 */
record View(long x, long y, double zoom) {

    /**
     * Steps a pixel. Places on a grid make positions exact in floating point, so that a repeating
     * plane is sampled alike in every period.
     */
    static final long STEPS = 1 << 16;
}
