package ikat.analysis;

/**
 * A wave that stands out in a picture's spectrum.
 *
 * @param fx frequency along x, in cycles per pixel, at least 0
 * @param fy frequency along y, in cycles per pixel, either sign (positive: the phase grows
 *     downwards)
 * @param share part of the picture's variance that lies in the peak, in [0, 1]
 * @param prominence power over that around it; 0 for a wave that shows only in combinations with
 *     others, as the basis of a pattern that mirrors itself
 * @param sharpness width of a perfectly regular wave's peak over this peak's width, in (0, 1]
 */
public record Peak(double fx, double fy, double share, double prominence, double sharpness) {

    /** The peak of a wave whose vector may be given with either sign. */
    static Peak of(double fx, double fy, double share, double prominence, double sharpness) {
        double sign = fx < 0 ? -1 : 1;
        return new Peak(sign * fx, sign * fy, share, prominence, sharpness);
    }

    /** Distance from the wave to a frequency of either sign, in cycles per pixel. */
    double distance(double x, double y) {
        return Math.min(Math.hypot(fx - x, fy - y), Math.hypot(fx + x, fy + y));
    }

    /** Length of the wave vector, in cycles per pixel. */
    public double frequency() {
        return Math.hypot(fx, fy);
    }

    /** Distance from crest to crest, in pixels. */
    public double period() {
        return 1 / frequency();
    }

    /**
     * Direction in which the wave runs, in degrees clockwise from the x axis (y points down), in
     * [-90, 90].
     */
    public double degrees() {
        return Math.toDegrees(Math.atan2(fy, fx));
    }
}
