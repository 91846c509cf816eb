package ikat.signal;

/** The low-pass filter of image pyramids (Burt and Adelson 1983, a = 0.375). */
public final class Binomial {

    private Binomial() {}

    /** Every second pixel of every second row, the first ones among them. */
    public static Plane everySecond(Plane plane) {
        int columns = (plane.width() + 1) / 2;
        int rows = (plane.height() + 1) / 2;
        float[] part = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                part[y * columns + x] = plane.at(2 * x, 2 * y);
            }
        }
        return new Plane(columns, rows, part);
    }

    /** The next level of a Gaussian pyramid: blurred, then every second pixel. */
    public static Plane halved(Plane plane) {
        return everySecond(blurred(plane));
    }

    /** The plane under weights 1 4 6 4 1 in both directions, mirrored at its borders. */
    public static Plane blurred(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        float[] v = plane.values();
        float[] rows = new float[v.length];
        for (int y = 0; y < height; y++) {
            int from = y * width;
            for (int x = 0; x < width; x++) {
                if (x >= 2 && x < width - 2) {
                    int i = from + x;
                    rows[i] = weigh(v[i - 2], v[i - 1], v[i], v[i + 1], v[i + 2]);
                } else {
                    rows[from + x] =
                            weigh(
                                    v[from + mirrored(x - 2, width)],
                                    v[from + mirrored(x - 1, width)],
                                    v[from + x],
                                    v[from + mirrored(x + 1, width)],
                                    v[from + mirrored(x + 2, width)]);
                }
            }
        }
        float[] out = new float[v.length];
        for (int y = 0; y < height; y++) {
            int a = mirrored(y - 2, height) * width;
            int b = mirrored(y - 1, height) * width;
            int c = y * width;
            int d = mirrored(y + 1, height) * width;
            int e = mirrored(y + 2, height) * width;
            for (int x = 0; x < width; x++) {
                out[c + x] = weigh(rows[a + x], rows[b + x], rows[c + x], rows[d + x], rows[e + x]);
            }
        }
        return new Plane(width, height, out);
    }

    private static float weigh(float a, float b, float c, float d, float e) {
        return (a + e + 4 * (b + d) + 6 * c) * (1 / 16f);
    }

    private static int mirrored(int place, int size) {
        int folded = Math.abs(place);
        return Math.max(0, folded < size ? folded : 2 * size - 2 - folded);
    }
}
