package ikat.analysis;

import ikat.image.Exemplar;
import ikat.signal.Plane;

/** The direction of greatest variance of a picture's colours. */
public final class PrincipalAxis {

    private static final int ROUNDS = 60;
    private static final int MOST_PIXELS = 1 << 18;

    private PrincipalAxis() {}

    /**
     * The coordinate along the axis, which also shows patterns of equally bright colours. Brighter
     * is greater if the two are comparable.
     */
    static Plane plane(Exemplar picture) {
        return picture.channels() == 1
                ? Plane.luminance(picture)
                : Plane.project(picture, of(picture), 1, 0);
    }

    /**
     * A unit vector with one entry a channel, by power iteration; near grey if all colours vary
     * alike.
     */
    public static double[] of(Exemplar picture) {
        double[][] covariance = covariance(picture);
        // starts near brightness, for a stable sign and for pictures without a main axis
        double[] axis = {0.5, 0.8, 0.3};
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    next[i] += covariance[i][j] * axis[j];
                }
            }
            double length = Math.sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
            if (length < 1e-12) {
                break;
            }
            for (int i = 0; i < 3; i++) {
                axis[i] = next[i] / length;
            }
        }
        return axis;
    }

    private static double[][] covariance(Exemplar picture) {
        int area = picture.width() * picture.height();
        int step = Math.max(1, area / MOST_PIXELS);
        float[] pixels = picture.pixels();
        double[] mean = new double[3];
        double[][] sums = new double[3][3];
        int count = 0;
        for (int p = 0; p < area; p += step, count++) {
            for (int i = 0; i < 3; i++) {
                double value = pixels[i * area + p];
                mean[i] += value;
                for (int j = 0; j < 3; j++) {
                    sums[i][j] += value * pixels[j * area + p];
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sums[i][j] = sums[i][j] / count - mean[i] * mean[j] / count / count;
            }
        }
        return sums;
    }
}
