package ikat.noise;

/**
 * How far a plane of noise has moved in time. Whole turns lead back to the very same plane.
 *
 * @param drift turns of the local noise: each value runs up and down through (-1, 1), so that at
 *     any time it is as likely as any other
 * @param travel turns that every wave has travelled
 */
public record Motion(double drift, double travel) {

    /** The plane as it is without time. */
    public static final Motion STILL = new Motion(0, 0);

    public Motion {
        if (!Double.isFinite(drift) || !Double.isFinite(travel)) {
            throw new IllegalArgumentException(
                    "the motion is " + drift + "," + travel + ", but must be finite");
        }
    }
}
