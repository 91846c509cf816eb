package ikat.service.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A series of any length downsampled to a limited number of points, each the mean of equally many
 * values. The first number of a point is its place and not averaged. Not thread-safe.
 */
public final class Curve {

    private final int mostPoints;
    private List<double[]> points;
    private int stride;
    private double[] sum = {};
    private int pending;

    /**
     * A curve as it is kept.
     *
     * @param stride number of values in a point
     * @param points first the place, then the means
     */
    public record Kept(int stride, List<double[]> points) {

        /** An empty curve. */
        public static final Kept NONE = new Kept(1, List.of());
    }

    /**
     * Continues a curve.
     *
     * @param mostPoints at this number of points, each two become one
     * @throws IllegalArgumentException if the curve has more points, or a stride below 1
     */
    public Curve(int mostPoints, Kept kept) {
        this.mostPoints = mostPoints;
        if (kept.stride() < 1 || kept.points().size() > mostPoints) {
            throw new IllegalArgumentException("a curve is damaged");
        }
        stride = kept.stride();
        points = new ArrayList<>(kept.points());
    }

    /** The curve to keep; values of an incomplete point are left out. */
    public Kept kept() {
        return new Kept(stride, List.copyOf(points));
    }

    /** The complete points. */
    public List<double[]> points() {
        return List.copyOf(points);
    }

    /** Adds a value; returns whether that completed a point. */
    public boolean add(double... values) {
        if (pending == 0) {
            sum = new double[values.length];
        }
        sum[0] = values[0];
        for (int i = 1; i < values.length; i++) {
            sum[i] += values[i];
        }
        if (++pending < stride) {
            return false;
        }
        for (int i = 1; i < sum.length; i++) {
            sum[i] /= pending;
        }
        pending = 0;
        points.add(sum);
        if (points.size() == mostPoints) {
            halve();
        }
        return true;
    }

    private void halve() {
        List<double[]> means = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i += 2) {
            double[] first = points.get(i);
            double[] mean = points.get(i + 1).clone();
            for (int j = 1; j < mean.length; j++) {
                mean[j] = (mean[j] + first[j]) / 2;
            }
            means.add(mean);
        }
        points = means;
        stride *= 2;
    }

    boolean isEmpty() {
        return points.isEmpty() && pending == 0;
    }

    /** Removes the points after a place. */
    public void cutAfter(double place) {
        points.removeIf(point -> point[0] > place);
        pending = 0;
    }
}
