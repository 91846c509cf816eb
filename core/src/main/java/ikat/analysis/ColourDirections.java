package ikat.analysis;

import ikat.image.Exemplar;
import ikat.signal.Plane;

/** Colours of a picture along other axes than red, green and blue. */
public final class ColourDirections {

    private static final float[][] OPPONENTS = {
        {1 / 3f, 1 / 3f, 1 / 3f}, {0.5f, -0.5f, 0}, {-0.25f, -0.25f, 0.5f}
    };

    private static final int ROUNDS = 60;
    private static final int MOST_PIXELS = 1 << 18;

    private ColourDirections() {}

    /**
     * The opponent colours of a part of a picture: brightness, red-green and blue-yellow; the
     * latter two are 0 for a grey one.
     *
     * @throws IndexOutOfBoundsException if the part is not inside the picture
     */
    public static Plane[] opponents(Exemplar picture, int left, int top, int width, int height) {
        Plane[] planes = new Plane[OPPONENTS.length];
        int area = picture.width() * picture.height();
        int green = picture.channels() == 3 ? area : 0;
        float[] p = picture.pixels();
        for (int axis = 0; axis < OPPONENTS.length; axis++) {
            float[] weights = OPPONENTS[axis];
            float[] values = new float[width * height];
            for (int y = 0; y < height; y++) {
                int from = (top + y) * picture.width() + left;
                for (int x = 0; x < width; x++) {
                    int i = from + x;
                    values[y * width + x] =
                            weights[0] * p[i]
                                    + weights[1] * p[green + i]
                                    + weights[2] * p[2 * green + i];
                }
            }
            planes[axis] = new Plane(width, height, values);
        }
        return planes;
    }

    /**
     * The coordinate along the principal axis, which also shows patterns of equally bright colours.
     * Brighter is greater if the two are comparable.
     */
    static Plane principalPlane(Exemplar picture) {
        return picture.channels() == 1
                ? Plane.luminance(picture)
                : Plane.project(picture, principal(picture), 1, 0);
    }

    /**
     * The direction of greatest variance, a unit vector with one entry a channel, by power
     * iteration; near grey if all colours vary alike.
     */
    public static double[] principal(Exemplar picture) {
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
