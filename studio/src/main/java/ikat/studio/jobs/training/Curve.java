package ikat.studio.jobs.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A series of any length downsampled to a limited number of points, each the mean of equally many
 * values. The first number of a point is its place and not averaged. Not thread-safe.
 */
final class Curve {

    private static final int MAX_POINTS = 300;

    private List<double[]> points;
    private int stride;
    private double[] sum = {};
    private int pending;

    /** A curve as it is kept. */
    record Kept(int stride, List<double[]> points) {

        static final Kept NONE = new Kept(1, List.of());
    }

    Curve(Kept kept) {
        if (kept.stride() < 1 || kept.points().size() > MAX_POINTS) {
            throw new IllegalArgumentException("a curve is damaged");
        }
        stride = kept.stride();
        points = new ArrayList<>(kept.points());
    }

    Kept kept() {
        return new Kept(stride, List.copyOf(points));
    }

    List<double[]> points() {
        return List.copyOf(points);
    }

    /** Adds a value; returns whether that completed a point. */
    boolean add(double... values) {
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
        if (points.size() == MAX_POINTS) {
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

    /** Removes the points after a place. */
    void cutAfter(double place) {
        points.removeIf(point -> point[0] > place);
        pending = 0;
    }
}
