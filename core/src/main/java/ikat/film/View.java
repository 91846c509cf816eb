package ikat.film;

/**
 * View of a camera: the point in the middle of the frame, and the zoom.
 *
 * @param x x of the middle, in units of 1/{@link #STEPS} pixel of the plane
 * @param y y of the middle, in units of 1/{@link #STEPS} pixel of the plane
 * @param zoom frame pixels per pixel of the plane
 */
record View(long x, long y, double zoom) {

    /**
     * Steps per pixel. Positions on this grid are exact in floating point, so that a repeating
     * plane is sampled identically in every period.
     */
    static final long STEPS = 1 << 16;
}
