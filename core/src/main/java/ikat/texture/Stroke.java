package ikat.texture;

import ikat.text.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a round brush over the plane.
 *
 * @param radius of the brush in pixels, above 0
 * @param softness the share of the radius over which the brush fades out, 0 to 1
 * @param points of its path in pixels, at least one; straight between two points
 */
public record Stroke(double radius, double softness, List<Point> points) {

    /**
     * A point of the path.
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
        Checks.range("softness", softness, 0, 1);
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "the stroke has no points, but must have at least one");
        }
    }

    /** The bounds of the path, without the width of the brush. */
    Extent extent() {
        Extent extent = Extent.NOTHING;
        for (Point point : points) {
            extent = extent.with(point.x(), point.y());
        }
        return extent;
    }

    /** The straight pieces of the path, one of length 0 if it is a point. */
    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < Math.max(1, points.size() - 1); i++) {
            segments.add(
                    Segment.between(points.get(i), points.get(Math.min(i + 1, points.size() - 1))));
        }
        return segments;
    }

    /**
     * Measures the distances of samples to the path of a stroke.
     *
     * @param segments those of the path that may be the nearest to a sample
     * @param inner distances up to this one all count as 0
     * @param outer distances from this one on are not measured
     * @param squares is filled: squared distances, row by row, none above the square of outer
     * @return whether any sample is nearer than {@code outer}
     */
    static boolean measure(
            List<Segment> segments,
            SampleSquare square,
            double inner,
            double outer,
            double[] squares) {
        Arrays.fill(squares, outer * outer);
        boolean near = false;
        for (Segment segment : segments) {
            if (square.extent().distance(segment.extent()) < outer) {
                if (inner > 0 && segment.farthest(square.extent()) <= inner) {
                    Arrays.fill(squares, 0);
                    return true;
                }
                near |= segment.lower(square, outer, squares);
            }
        }
        return near;
    }

    /** A straight piece of the path of a brush, possibly of length 0, in pixels. */
    record Segment(double x, double y, double stepX, double stepY, double squaredLength) {

        static Segment between(Point from, Point to) {
            double stepX = to.x() - from.x();
            double stepY = to.y() - from.y();
            return new Segment(from.x(), from.y(), stepX, stepY, stepX * stepX + stepY * stepY);
        }

        Extent extent() {
            return Extent.NOTHING.with(x, y).with(x + stepX, y + stepY);
        }

        private double squaredDistance(double placeX, double placeY) {
            double fromX = placeX - x;
            double fromY = placeY - y;
            double way = squaredLength == 0 ? 0 : (fromX * stepX + fromY * stepY) / squaredLength;
            double nearest = Math.max(0, Math.min(1, way));
            double offX = fromX - nearest * stepX;
            double offY = fromY - nearest * stepY;
            return offX * offX + offY * offY;
        }

        /** The distance of the farthest point of a rectangle, which is a corner. */
        double farthest(Extent area) {
            double upper =
                    Math.max(
                            squaredDistance(area.left(), area.top()),
                            squaredDistance(area.right(), area.top()));
            double lower =
                    Math.max(
                            squaredDistance(area.left(), area.bottom()),
                            squaredDistance(area.right(), area.bottom()));
            return Math.sqrt(Math.max(upper, lower));
        }

        /** The distance of the nearest point of a rectangle, 0 if they meet. */
        double distance(Extent area) {
            double first = 0; // the part of the segment within a band of the plane
            double last = 1;
            double[][] axes = {
                {x, stepX, area.left(), area.right()}, {y, stepY, area.top(), area.bottom()}
            };
            for (double[] axis : axes) {
                if (axis[1] != 0) {
                    double one = (axis[2] - axis[0]) / axis[1];
                    double other = (axis[3] - axis[0]) / axis[1];
                    first = Math.max(first, Math.min(one, other));
                    last = Math.min(last, Math.max(one, other));
                } else if (axis[0] < axis[2] || axis[0] > axis[3]) {
                    last = -1;
                }
            }
            if (first <= last) {
                return 0;
            }
            double corners =
                    Math.min(
                            Math.min(
                                    squaredDistance(area.left(), area.top()),
                                    squaredDistance(area.right(), area.top())),
                            Math.min(
                                    squaredDistance(area.left(), area.bottom()),
                                    squaredDistance(area.right(), area.bottom())));
            double ends =
                    Math.min(
                            area.distance(new Extent(x, y, x, y)),
                            area.distance(new Extent(x + stepX, y + stepY, x + stepX, y + stepY)));
            return Math.min(Math.sqrt(corners), ends);
        }

        /** Lowers each square to that of the distance to this; returns whether any was lowered. */
        boolean lower(SampleSquare square, double reach, double[] squares) {
            Extent near = extent();
            int left = square.firstFrom(near.left() - reach - square.left());
            int right = square.lastUpTo(near.right() + reach - square.left());
            int top = square.firstFrom(near.top() - reach - square.top());
            int bottom = square.lastUpTo(near.bottom() + reach - square.top());
            boolean lowered = false;
            for (int row = top; row <= bottom; row++) {
                double placeY = square.top() + row * square.step();
                for (int column = left; column <= right; column++) {
                    double found = squaredDistance(square.left() + column * square.step(), placeY);
                    int at = row * square.count() + column;
                    if (found < squares[at]) {
                        squares[at] = found;
                        lowered = true;
                    }
                }
            }
            return lowered;
        }
    }

    /**
     * A square grid of sample points on the plane.
     *
     * @param left of the first column in pixels
     * @param top of the first row in pixels
     * @param step between neighbours in pixels
     * @param count points per side
     */
    record SampleSquare(double left, double top, double step, int count) {

        Extent extent() {
            double side = (count - 1) * step;
            return new Extent(left, top, left + side, top + side);
        }

        /** The first column or row at a distance from the first one or beyond it. */
        int firstFrom(double distance) {
            return (int) Math.max(0, Math.min(count, Math.ceil(distance / step)));
        }

        /** The last column or row up to a distance from the first one. */
        int lastUpTo(double distance) {
            return (int) Math.max(-1, Math.min(count - 1, Math.floor(distance / step)));
        }
    }
}
