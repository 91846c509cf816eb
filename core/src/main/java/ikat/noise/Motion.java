package ikat.noise;

/**
 * How far a noise plane has moved in time. Whole turns lead back to the same plane, bit for bit.
 *
 * @param drift turns of the local noise: each value runs up and down through (-1, 1) and stays
 *     uniform at any time
 * @param travel turns that every wave has travelled
 */
public record Motion(double drift, double travel) {

    /** No motion. */
    public static final Motion STILL = new Motion(0, 0);

    public Motion {
        if (!Double.isFinite(drift) || !Double.isFinite(travel)) {
            throw new IllegalArgumentException(
                    "the motion is %s,%s, but must be finite".formatted(drift, travel));
        }
    }
}
