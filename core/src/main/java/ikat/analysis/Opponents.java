package ikat.analysis;

import ikat.image.Exemplar;
import ikat.signal.Plane;

/** The opponent colours of a part of a picture: brightness, red-green and blue-yellow. */
public final class Opponents {

    private static final float[][] AXES = {
        {1 / 3f, 1 / 3f, 1 / 3f}, {0.5f, -0.5f, 0}, {-0.25f, -0.25f, 0.5f}
    };

    private Opponents() {}

    /**
     * The three planes of a part of a picture; the latter two are 0 for a grey one.
     *
     * @throws IndexOutOfBoundsException if the part is not inside the picture
     */
    public static Plane[] of(Exemplar picture, int left, int top, int width, int height) {
        Plane[] planes = new Plane[AXES.length];
        int area = picture.width() * picture.height();
        int green = picture.channels() == 3 ? area : 0;
        float[] p = picture.pixels();
        for (int axis = 0; axis < AXES.length; axis++) {
            float[] weights = AXES[axis];
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
}
