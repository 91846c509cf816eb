package ikat.score;

import java.util.Arrays;
import java.util.Random;

/**
 * Projections of point sets on fixed random directions, sorted. The root mean square difference of
 * two such rows is the sliced Wasserstein-2 distance of the sets (Rabin et al. 2012; Karras et al.
 * 2018, section 5), times the root of the dimensions, so that a shift of all coordinates by d is a
 * distance of about d times the root of their number.
 */
final class SlicedSets {

    private final float[][] directions; // [directions][dimensions], unit length

    SlicedSets(int count, int dimensions, long seed) {
        Random random = new Random(seed);
        directions = new float[count][dimensions];
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
    }

    /**
     * Projects and sorts.
     *
     * @param points {@code [points][dimensions]}
     * @return {@code [directions * points]}
     */
    float[] sorted(float[][] points) {
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
