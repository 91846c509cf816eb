package ikat.score;

import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Sliced Wasserstein distances (Rabin et al. 2012). Of 7x7 patches in three channels, level by
 * level of a Laplacian pyramid (Karras et al. 2018, section 5; Burt and Adelson 1983); unlike
 * theirs, patches keep their mean and contrast: a paler texture is another texture. And of the
 * colours of the pixels, wherever they lie: of single pixels and of the means of 8x8 pixels, which
 * separate drifts of colour from noise.
 */
final class SlicedStatistic implements Statistic {

    private static final int PATCH = 7;
    private static final int PATCHES = 2048;

    /** A quarter of a level: along most directions, noise of a few levels is no larger. */
    private static final double PATCH_TOLERANCE = LEVEL / 4;

    /** Least side of a level, for some patches that do not overlap. */
    private static final int LEAST_SIDE = 3 * PATCH;

    private static final int MOST_LEVELS = 4;

    /** Patches are at random places, the same in every swatch. */
    private static final long SEED = 7;

    private static final float[][] PATCH_DIRECTIONS = directions(64, 3 * PATCH * PATCH, SEED);
    private static final float[][] COLOUR_DIRECTIONS = directions(24, 3, 11);
    private static final int PIXELS = 8192;
    private static final int HALVINGS = 3;

    @Override
    public List<Part> parts(Swatch swatch) {
        List<Part> parts = new ArrayList<>();
        addPatches(swatch.opponents(), parts);
        List<Plane> means = swatch.opponents();
        for (int i = 0; i < HALVINGS; i++) {
            means = means.stream().map(Plane::halved).toList();
        }
        float[] pixels = sorted(COLOUR_DIRECTIONS, colours(swatch.opponents()));
        parts.add(new Part(Respect.COLOUR, "pixels", pixels, LEVEL));
        float[] drifts = sorted(COLOUR_DIRECTIONS, colours(means));
        parts.add(new Part(Respect.COLOUR, "means", drifts, LEVEL));
        return parts;
    }

    private static void addPatches(List<Plane> picture, List<Part> parts) {
        List<Plane> level = picture;
        boolean last = false;
        for (int octave = 0; !last; octave++) {
            List<Plane> blurred = level.stream().map(Binomial::blurred).toList();
            List<Plane> next = blurred.stream().map(Binomial::everySecond).toList();
            last = octave == MOST_LEVELS - 1 || next.get(0).width() < LEAST_SIDE;
            List<Plane> band = new ArrayList<>();
            for (int axis = 0; axis < level.size(); axis++) {
                band.add(last ? level.get(axis) : level.get(axis).minus(blurred.get(axis)));
            }
            float[] numbers = sorted(PATCH_DIRECTIONS, patches(band));
            parts.add(
                    new Part(Respect.PATCHES, "scale " + (1 << octave), numbers, PATCH_TOLERANCE));
            level = next;
        }
    }

    private static float[][] patches(List<Plane> band) {
        int across = band.get(0).width() - PATCH + 1;
        int down = band.get(0).height() - PATCH + 1;
        Random random = new Random(SEED);
        int count = Math.min(PATCHES, across * down);
        boolean all = count == across * down;
        float[][] points = new float[count][3 * PATCH * PATCH];
        for (int p = 0; p < count; p++) {
            int left = all ? p % across : random.nextInt(across);
            int top = all ? p / across : random.nextInt(down);
            Plane.copyPatch(band, left, top, PATCH, points[p]);
        }
        return points;
    }

    private static float[][] colours(List<Plane> planes) {
        int area = planes.get(0).values().length;
        int stride = Math.max(1, area / PIXELS) | 1; // odd: not always the same column
        int count = (area + stride - 1) / stride;
        float[][] points = new float[count][planes.size()];
        for (int p = 0; p < count; p++) {
            for (int axis = 0; axis < planes.size(); axis++) {
                points[p][axis] = planes.get(axis).values()[p * stride];
            }
        }
        return points;
    }

    /** Random directions {@code [count][dimensions]} of unit length. */
    private static float[][] directions(int count, int dimensions, long seed) {
        Random random = new Random(seed);
        float[][] directions = new float[count][dimensions];
        for (float[] direction : directions) {
            double length = 0;
            for (int i = 0; i < dimensions; i++) {
                direction[i] = (float) random.nextGaussian();
                length += direction[i] * direction[i];
            }
            for (int i = 0; i < dimensions; i++) {
                direction[i] /= (float) Math.sqrt(length);
            }
        }
        return directions;
    }

    /**
     * Projects points on fixed directions and sorts each projection. The root mean square
     * difference of two such rows is the sliced Wasserstein-2 distance of the sets, times the root
     * of the dimensions, so that a shift of all coordinates by d is a distance of about d times the
     * root of their number.
     *
     * @param points {@code [points][dimensions]}
     * @return {@code [directions * points]}
     */
    private static float[] sorted(float[][] directions, float[][] points) {
        float[] out = new float[directions.length * points.length];
        for (int d = 0; d < directions.length; d++) {
            int from = d * points.length;
            for (int p = 0; p < points.length; p++) {
                out[from + p] = dot(directions[d], points[p]);
            }
            Arrays.sort(out, from, from + points.length);
        }
        return out;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
