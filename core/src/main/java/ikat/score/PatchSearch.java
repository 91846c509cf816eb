package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;
import ikat.signal.SquareSums;

/**
 * Finds the place in a picture most similar to a patch: first at half the size by Fourier
 * transforms (the squared difference is a sum of squares less twice a correlation), then pixel by
 * pixel around the best places. Thread-safe.
 */
final class PatchSearch {

    /** Side of a patch in pixels. */
    static final int PATCH = 32;

    private static final int HALF = PATCH / 2;
    private static final int BEST = 4;
    private static final int AROUND = 2;

    private final Plane full;
    private final Plane half;
    private final PlaneFourier fourier;
    private final ComplexPlane spectrum;
    private final SquareSums squares;

    PatchSearch(Plane picture) {
        full = picture;
        half = picture.halved();
        fourier = new PlaneFourier(half.width(), half.height());
        spectrum = fourier.forward(half.doubles());
        squares = new SquareSums(half.width(), half.height(), half.values());
    }

    /**
     * Excludes places that overlap a patch.
     *
     * @param left far outside to exclude nothing
     */
    record Except(int left, int top) {

        static final Except NOWHERE = new Except(-10 * PATCH, -10 * PATCH);

        boolean excludes(int x, int y) {
            return Math.abs(x - left) < PATCH && Math.abs(y - top) < PATCH;
        }
    }

    /**
     * The distance of a patch of 32x32 pixels to the most similar place: mean squared difference
     * over the patch's variance; 0 for the same, 2 for unrelated patches.
     */
    double nearest(Plane patch, Except except) {
        double[] errors = halfErrors(patch.halved());
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < BEST; round++) {
            int at = least(errors, except);
            if (at < 0) {
                break;
            }
            int x = at % half.width();
            int y = at / half.width();
            errors[at] = Double.POSITIVE_INFINITY;
            best = Math.min(best, around(patch, 2 * x, 2 * y, except));
        }
        double deviation = Math.max(patch.deviation(), Statistic.LEVEL);
        return best / (deviation * deviation);
    }

    private double[] halfErrors(Plane patch) {
        double[] padded = new double[half.values().length];
        double own = 0;
        for (int y = 0; y < HALF; y++) {
            for (int x = 0; x < HALF; x++) {
                float value = patch.at(x, y);
                padded[y * half.width() + x] = value;
                own += value * value;
            }
        }
        ComplexPlane correlation = new ComplexPlane(half.width(), half.height());
        fourier.addCorrelation(spectrum, fourier.forward(padded), correlation);
        double[] errors = fourier.inverseReal(correlation);
        for (int y = 0; y + HALF <= half.height(); y++) {
            for (int x = 0; x + HALF <= half.width(); x++) {
                int i = y * half.width() + x;
                errors[i] = own + squares.over(x, y, HALF, HALF) - 2 * errors[i];
            }
        }
        return errors;
    }

    private int least(double[] errors, Except except) {
        int found = -1;
        for (int y = 0; y + HALF <= half.height(); y++) {
            for (int x = 0; x + HALF <= half.width(); x++) {
                int i = y * half.width() + x;
                if (errors[i] < Double.POSITIVE_INFINITY
                        && (found < 0 || errors[i] < errors[found])
                        && !except.excludes(2 * x, 2 * y)) {
                    found = i;
                }
            }
        }
        return found;
    }

    private double around(Plane patch, int left, int top, Except except) {
        double best = Double.POSITIVE_INFINITY;
        for (int y = Math.max(0, top - AROUND);
                y <= Math.min(full.height() - PATCH, top + AROUND);
                y++) {
            for (int x = Math.max(0, left - AROUND);
                    x <= Math.min(full.width() - PATCH, left + AROUND);
                    x++) {
                if (!except.excludes(x, y)) {
                    best = Math.min(best, error(patch, x, y));
                }
            }
        }
        return best;
    }

    private double error(Plane patch, int left, int top) {
        double sum = 0;
        for (int y = 0; y < PATCH; y++) {
            for (int x = 0; x < PATCH; x++) {
                double difference = patch.at(x, y) - full.at(left + x, top + y);
                sum += difference * difference;
            }
        }
        return sum / (PATCH * PATCH);
    }
}
