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

    /**
     * Turns of the local noise where it swings about its own place instead of turning on.
     *
     * @param reach the part of a turn over which it swings; at 1 it turns on
     */
    public double displacement(double reach) {
        return reach == 1 ? drift : reach / 2 * StrictMath.sin(2 * Math.PI * drift);
    }

    public Motion {
        if (!Double.isFinite(drift) || !Double.isFinite(travel)) {
            throw new IllegalArgumentException(
                    "the motion is %s,%s, but must be finite".formatted(drift, travel));
        }
    }
}
