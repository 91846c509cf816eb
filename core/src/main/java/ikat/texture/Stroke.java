package ikat.texture;

import java.util.Arrays;
import java.util.List;

/**
 * Where a round brush went on the plane. Immutable.
 *
 * @param radius of the brush in pixels, above 0
 * @param softness the share of the radius over which the brush fades out, 0 to 1
 * @param points of its way in pixels, at least one; between two it went straight
 */
public record Stroke(double radius, double softness, List<Point> points) {

    /**
     * A place on the way.
     *
     * @param x in pixels of the plane
     * @param y in pixels of the plane
     */
    public record Point(double x, double y) {

        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "the point is %s,%s, but both must be numbers".formatted(x, y));
            }
        }
    }

    public Stroke {
        points = List.copyOf(points);
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius is " + radius + ", but must be above 0");
        }
        if (!(softness >= 0 && softness <= 1)) {
            throw new IllegalArgumentException(
                    "softness is " + softness + ", but must be from 0 to 1");
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "the stroke has no points, but must have at least one");
        }
    }

    /** The rectangle of its way, without the width of the brush. */
    Extent extent() {
        Extent extent = Extent.NOTHING;
        for (Point point : points) {
            extent = extent.with(point.x(), point.y());
        }
        return extent;
    }

    /**
     * Measures how far samples are from the way.
     *
     * @param inner up to where distances need not be told apart, as all count as 0
     * @param outer from where on distances are not told
     * @param squares is filled: squared distances, row by row, none above the square of outer
     * @return whether a sample is nearer than outer
     */
    boolean measure(SampleSquare square, double inner, double outer, double[] squares) {
        Arrays.fill(squares, outer * outer);
        boolean near = false;
        for (int i = 0; i < Math.max(1, points.size() - 1); i++) {
            Segment segment =
                    Segment.between(points.get(i), points.get(Math.min(i + 1, points.size() - 1)));
            if (square.extent().distance(segment.extent()) < outer) {
                if (inner > 0 && segment.covers(square.extent(), inner)) {
                    Arrays.fill(squares, 0);
                    return true;
                }
                near |= segment.lower(square, outer, squares);
            }
        }
        return near;
    }
}
