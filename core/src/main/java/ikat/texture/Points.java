package ikat.texture;

import java.util.List;

/**
 * Textures at points of the plane, interpolated between them by inverse distance (Shepard 1968, "A
 * two-dimensional interpolation function for irregularly-spaced data").
 *
 * @param points at least one
 * @param power of the distance, above 0 to 64: the higher, the narrower the borders
 * @param periodX pixels after which the points repeat to the right, 0 for never
 * @param periodY pixels after which the points repeat downwards, 0 for never
 */
public record Points(List<Point> points, double power, long periodX, long periodY)
        implements GlobalField {

    /**
     * The default power. Shepard's 2 gives the mean of all textures away from the points, as more
     * and more of them are at nearly the same distance; from 3 on the nearest dominate.
     */
    public static final double POWER = 4;

    /**
     * A texture at a place.
     *
     * @param x of the place in pixels
     * @param y of the place in pixels
     */
    public record Point(GlobalVector texture, long x, long y) {}

    public Points {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("there are no points, but must be at least 1");
        }
        if (!(power > 0 && power <= 64)) {
            throw new IllegalArgumentException(
                    "power is " + power + ", but must be above 0 and at most 64");
        }
    }

    /** Points on a plane that does not repeat. */
    public static Points of(List<Point> points) {
        return new Points(points, POWER, 0, 0);
    }

    @Override
    public List<GlobalVector> textures() {
        return points.stream().map(Point::texture).toList();
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double across = distance(x, points.get(i).x(), periodX);
            double down = distance(y, points.get(i).y(), periodY);
            weights[i] = StrictMath.sqrt(across * across + down * down);
            nearest = Math.min(nearest, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean here = weights[i] == nearest;
            weights[i] = here ? 1 : StrictMath.pow(nearest / weights[i], power);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /** The shorter distance on a circle. */
    private static double distance(long from, long to, long period) {
        if (period == 0) {
            return Math.abs((double) (from - to));
        }
        long way = Math.floorMod(from - to, period);
        return Math.min(way, period - way);
    }

    @Override
    public GlobalField repeating(long width, long height) {
        return new Points(points, power, width, height);
    }
}
