package ikat.score;

import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sliced Wasserstein distance of 7x7 patches in three channels, level by level of a Laplacian
 * pyramid (Karras et al. 2018, section 5; Burt and Adelson 1983). Unlike theirs, patches keep their
 * mean and contrast: a paler texture is another texture.
 */
final class PatchStatistic implements Statistic {

    private static final int PATCH = 7;
    private static final int POINTS = 2048;
    private static final int DIRECTIONS = 64;

    /** A quarter of a level: along most directions, noise of a few levels is no larger. */
    private static final double TOLERANCE = LEVEL / 4;

    /** Least side of a level, for some patches that do not overlap. */
    private static final int LEAST_SIDE = 3 * PATCH;

    private static final int MOST_LEVELS = 4;

    /** Patches are at random places, the same in every swatch. */
    private static final long SEED = 7;

    private static final SlicedSets SETS = new SlicedSets(DIRECTIONS, 3 * PATCH * PATCH, SEED);

    @Override
    public List<Part> parts(Swatch swatch) {
        List<Part> parts = new ArrayList<>();
        List<Plane> level = swatch.opponents();
        for (int octave = 0; octave < MOST_LEVELS; octave++) {
            List<Plane> blurred = level.stream().map(Binomial::blurred).toList();
            List<Plane> next = blurred.stream().map(Binomial::everySecond).toList();
            boolean last = octave == MOST_LEVELS - 1 || next.get(0).width() < LEAST_SIDE;
            List<Plane> band = new ArrayList<>();
            for (int axis = 0; axis < level.size(); axis++) {
                band.add(last ? level.get(axis) : level.get(axis).minus(blurred.get(axis)));
            }
            parts.add(
                    new Part(
                            Respect.PATCHES,
                            "scale " + (1 << octave),
                            SETS.sorted(points(band)),
                            TOLERANCE));
            if (last) {
                break;
            }
            level = next;
        }
        return parts;
    }

    private static float[][] points(List<Plane> band) {
        int across = band.get(0).width() - PATCH + 1;
        int down = band.get(0).height() - PATCH + 1;
        Random random = new Random(SEED);
        int count = Math.min(POINTS, across * down);
        boolean all = count == across * down;
        float[][] points = new float[count][3 * PATCH * PATCH];
        for (int p = 0; p < count; p++) {
            int left = all ? p % across : random.nextInt(across);
            int top = all ? p / across : random.nextInt(down);
            int at = 0;
            for (Plane plane : band) {
                for (int y = top; y < top + PATCH; y++) {
                    System.arraycopy(
                            plane.values(), y * plane.width() + left, points[p], at, PATCH);
                    at += PATCH;
                }
            }
        }
        return points;
    }
}
