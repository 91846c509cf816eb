package ikat.score;

import ikat.signal.Plane;
import java.util.List;

/**
 * Sliced Wasserstein distance of the colours of the pixels, wherever they lie: of single pixels and
 * of the means of 8x8 pixels, which separate drifts of colour from noise.
 */
final class ColourStatistic implements Statistic {

    private static final int DIRECTIONS = 24;
    private static final int POINTS = 8192;
    private static final int HALVINGS = 3;
    private static final SlicedSets SETS = new SlicedSets(DIRECTIONS, 3, 11);

    @Override
    public List<Part> parts(Swatch swatch) {
        List<Plane> means = swatch.opponents();
        for (int i = 0; i < HALVINGS; i++) {
            means = means.stream().map(Plane::halved).toList();
        }
        return List.of(
                new Part(Respect.COLOUR, "pixels", SETS.sorted(points(swatch.opponents())), LEVEL),
                new Part(Respect.COLOUR, "means", SETS.sorted(points(means)), LEVEL));
    }

    private static float[][] points(List<Plane> planes) {
        int area = planes.get(0).values().length;
        int stride = Math.max(1, area / POINTS) | 1; // odd: not always the same column
        int count = (area + stride - 1) / stride;
        float[][] points = new float[count][planes.size()];
        for (int p = 0; p < count; p++) {
            for (int axis = 0; axis < planes.size(); axis++) {
                points[p][axis] = planes.get(axis).values()[p * stride];
            }
        }
        return points;
    }
}
