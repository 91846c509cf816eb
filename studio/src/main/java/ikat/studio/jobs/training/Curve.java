package ikat.studio.jobs.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A course of any length in a limited number of points, each the mean of equally many values. The
 * first number of a point is where it is, and not averaged. Use by one thread at a time.
 */
final class Curve {

    private static final int MOST = 300;

    private List<double[]> points = new ArrayList<>();
    private int stride = 1;
    private double[] sum = {};
    private int pending;

    /** A curve as it stands on the disk. */
    record Kept(int stride, List<double[]> points) {}

    Curve() {}

    Curve(Kept kept) {
        if (kept.stride() < 1 || kept.points().size() > MOST) {
            throw new IllegalArgumentException("a curve is damaged");
        }
        stride = kept.stride();
        points.addAll(kept.points());
    }

    Kept kept() {
        return new Kept(stride, List.copyOf(points));
    }

    List<double[]> points() {
        return List.copyOf(points);
    }

    /** Adds one; returns whether a point came of it. */
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
        if (points.size() == MOST) {
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

    /** Forgets what lies beyond a place. */
    void cutAfter(double place) {
        points.removeIf(point -> point[0] > place);
        pending = 0;
    }
}
