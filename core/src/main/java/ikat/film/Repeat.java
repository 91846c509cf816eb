package ikat.film;

import ikat.noise.Boundary;

/**
 * Period of the plane in pixels, a whole number of cells.
 *
 * @param width horizontal period, 0 for never
 * @param height vertical period, 0 for never
 */
public record Repeat(long width, long height) {

    /** A plane that never repeats. */
    public static final Repeat NEVER = new Repeat(0, 0);

    private static final long FARTHEST = 1L << 30;

    public Repeat {
        if (width < 0 || height < 0 || width > FARTHEST || height > FARTHEST) {
            throw new IllegalArgumentException(
                    "the plane repeats after %sx%s pixels, but each must be from 0 to %s"
                            .formatted(width, height, FARTHEST));
        }
    }

    /**
     * The period in cells.
     *
     * @throws IllegalArgumentException if the period is not a whole number of cells
     */
    Boundary boundary(int cellPixels) {
        if (width % cellPixels != 0 || height % cellPixels != 0) {
            throw new IllegalArgumentException(
                    ("the plane repeats after %sx%s pixels, but both must be multiples of the"
                                    + " model's cells of %s pixels")
                            .formatted(width, height, cellPixels));
        }
        return width + height == 0
                ? Boundary.ENDLESS
                : new Boundary.Wrapping(width / cellPixels, height / cellPixels);
    }
}
