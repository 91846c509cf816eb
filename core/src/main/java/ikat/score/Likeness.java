package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;
import ikat.signal.SquareSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How near patches of a picture are to patches elsewhere, relative to the distances between the
 * exemplar's own patches.
 */
final class Likeness {

    private static final int PATCH = 32; // pixels a side
    private static final int PATCHES = 48;
    private static final long SEED = 5;

    /** Quantile of the distances between the exemplar's own patches that sets the bound. */
    private static final double QUANTILE = 0.1;

    /** Fraction of that quantile below which a patch is a copy. */
    private static final double TOO_NEAR = 0.5;

    private final PatchSearch exemplar;
    private final double bound;

    /**
     * @param exemplar its main colour direction
     */
    Likeness(Plane exemplar) {
        this.exemplar = new PatchSearch(exemplar);
        double[] own = distances(exemplar, this.exemplar, true);
        Arrays.sort(own);
        bound = TOO_NEAR * own[(int) (QUANTILE * own.length)];
    }

    /** Share of a picture's patches that are almost copies from the exemplar. */
    double copied(Plane picture) {
        return tooNear(distances(picture, exemplar, false));
    }

    /** Share of a picture's patches that almost repeat elsewhere in it. */
    double repeated(Plane picture) {
        return tooNear(distances(picture, new PatchSearch(picture), true));
    }

    private double tooNear(double[] distances) {
        return Arrays.stream(distances).filter(d -> d < bound).count() / (double) distances.length;
    }

    private static double[] distances(Plane picture, PatchSearch where, boolean itself) {
        Random random = new Random(SEED);
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < PATCHES; i++) {
            places.add(
                    new int[] {
                        random.nextInt(picture.width() - PATCH + 1),
                        random.nextInt(picture.height() - PATCH + 1)
                    });
        }
        return places.parallelStream()
                .mapToDouble(
                        p ->
                                where.nearest(
                                        picture.crop(p[0], p[1], PATCH, PATCH),
                                        itself
                                                ? new PatchSearch.Except(p[0], p[1])
                                                : PatchSearch.Except.NOWHERE))
                .toArray();
    }

    /**
     * Finds the place in a picture most similar to a patch: first at half the size by Fourier
     * transforms (the squared difference is a sum of squares less twice a correlation), then pixel
     * by pixel around the best places. Thread-safe.
     */
    private static final class PatchSearch {

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

        /** Excludes places that overlap a patch, none if the patch is far outside. */
        record Except(int left, int top) {

            static final Except NOWHERE = new Except(-10 * PATCH, -10 * PATCH);

            boolean excludes(int x, int y) {
                return Math.abs(x - left) < PATCH && Math.abs(y - top) < PATCH;
            }
        }

        /**
         * The distance of a patch of 32x32 pixels to the most similar place: mean squared
         * difference over the patch's variance; 0 for the same, 2 for unrelated patches.
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
}
