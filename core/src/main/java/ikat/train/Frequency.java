package ikat.train;

/**
 * A spatial frequency of the exemplar, the initial value of a wave vector.
 *
 * @param x cycles per pixel to the right, -0.5 to 0.5
 * @param y cycles per pixel downwards, -0.5 to 0.5
 */
public record Frequency(double x, double y) {

    public Frequency {
        if (!(Math.abs(x) <= 0.5 && Math.abs(y) <= 0.5)) {
            throw new IllegalArgumentException(
                    "frequency is %s,%s, but must be from -0.5 to 0.5 cycles per pixel"
                            .formatted(x, y));
        }
    }

    /** Cycles per pixel along the direction of the wave. */
    double length() {
        return Math.hypot(x, y);
    }
}
