package ikat.score;

import ikat.score.PatchSearch.Except;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How near patches of a picture are to patches elsewhere, relative to the distances between the
 * exemplar's own patches.
 */
final class Likeness {

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
                        random.nextInt(picture.width() - PatchSearch.PATCH + 1),
                        random.nextInt(picture.height() - PatchSearch.PATCH + 1)
                    });
        }
        return places.parallelStream()
                .mapToDouble(
                        p ->
                                where.nearest(
                                        picture.crop(
                                                p[0], p[1], PatchSearch.PATCH, PatchSearch.PATCH),
                                        itself ? new Except(p[0], p[1]) : Except.NOWHERE))
                .toArray();
    }
}
