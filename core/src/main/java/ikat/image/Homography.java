package ikat.image;

import ikat.text.Checks;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A projective map from the pixels of one picture to places of another (Heckbert, Fundamentals of
 * texture mapping and image warping, 1989, section 2.2.3): where lines were straight, they stay so.
 */
public final class Homography {

    private static final int MOST_SAMPLES = 8;

    private final int width;
    private final int height;
    private final double[] x; // numerators of x by u, v, 1
    private final double[] y;
    private final double[] w; // the common denominator
    private final int samples;

    private Homography(int width, int height, double[] x, double[] y, double[] w, int samples) {
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
        this.w = w;
        this.samples = samples;
    }

    /**
     * The map from a picture to a quadrangle of another.
     *
     * @param corners x and y of the upper left, upper right, lower right and lower left corner of
     *     the quadrangle, in pixels from the upper left edge of the other picture
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @throws IllegalArgumentException if the quadrangle is not convex, or its corners run the
     *     other way around
     */
    public static Homography to(double[] corners, int width, int height) {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("height", height, 1);
        for (int i = 0; i < 4; i++) {
            if (turn(corners, i) <= 0) {
                throw new IllegalArgumentException(
                        "the four corners must run clockwise from the upper left one around a"
                                + " convex shape");
            }
        }
        double dx1 = corners[2] - corners[4];
        double dy1 = corners[3] - corners[5];
        double dx2 = corners[6] - corners[4];
        double dy2 = corners[7] - corners[5];
        double sx = corners[0] - corners[2] + corners[4] - corners[6];
        double sy = corners[1] - corners[3] + corners[5] - corners[7];
        double area = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / area;
        double h = (dx1 * sy - sx * dy1) / area;
        double[] x = {
            corners[2] - corners[0] + g * corners[2],
            corners[6] - corners[0] + h * corners[6],
            corners[0]
        };
        double[] y = {
            corners[3] - corners[1] + g * corners[3],
            corners[7] - corners[1] + h * corners[7],
            corners[1]
        };
        double pixels = quadrangle(corners) / ((double) width * height);
        int samples = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(Math.sqrt(pixels))));
        return new Homography(width, height, x, y, new double[] {g, h, 1}, samples);
    }

    /** Above 0 if the outline turns to the right at a corner. */
    private static double turn(double[] corners, int corner) {
        int before = 2 * ((corner + 3) % 4);
        int own = 2 * corner;
        int next = 2 * ((corner + 1) % 4);
        return (corners[own] - corners[before]) * (corners[next + 1] - corners[own + 1])
                - (corners[own + 1] - corners[before + 1]) * (corners[next] - corners[own]);
    }

    private static double quadrangle(double[] corners) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            int next = 2 * ((i + 1) % 4);
            sum += corners[2 * i] * corners[next + 1] - corners[next] * corners[2 * i + 1];
        }
        return Math.abs(sum) / 2;
    }

    /**
     * The picture. Light is interpolated linearly, and averaged where the other picture has more
     * pixels; beyond its edges, they are repeated.
     *
     * @param from the other picture
     */
    public Exemplar apply(Exemplar from) {
        int channels = from.channels();
        float[] light = new float[from.pixels().length];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) Light.decoded((from.pixels()[i] + 1) / 2.0);
        }
        float[] pixels = new float[channels * width * height];
        double[] sums = new double[channels];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                Arrays.fill(sums, 0);
                for (int i = 0; i < samples * samples; i++) {
                    double u = (column + (i % samples + 0.5) / samples) / width;
                    double v = (row + (i / samples + 0.5) / samples) / height;
                    add(light, from.width(), from.height(), u, v, sums);
                }
                for (int c = 0; c < channels; c++) {
                    double value = 2 * Light.encoded(sums[c] / (samples * samples)) - 1;
                    pixels[(c * height + row) * width + column] =
                            (float) Math.max(-1, Math.min(1, value));
                }
            }
        }
        return new Exemplar(
                from.name(),
                from.sha256(),
                channels,
                width,
                height,
                pixels,
                from.notes(),
                from.domain().hides() ? hidden(from.domain()) : Domain.rectangle(width, height));
    }

    /** The domain without all pixels to which a hidden one contributes. */
    private Domain hidden(Domain from) {
        float[] shares = new float[from.width() * from.height()];
        boolean[] theirs = from.hiddenPixels();
        for (int i = 0; i < theirs.length; i++) {
            shares[i] = theirs[i] ? 1 : -1;
        }
        Exemplar warped = apply(Exemplar.made("mask", 1, from.width(), from.height(), shares));
        BitSet hidden = new BitSet();
        for (int i = 0; i < warped.pixels().length; i++) {
            hidden.set(i, warped.pixels()[i] > -1);
        }
        return Domain.without(hidden, width, height);
    }

    /** Adds what lies at a place of the unit square. */
    private void add(float[] light, int columns, int rows, double u, double v, double[] sums) {
        double divisor = w[0] * u + w[1] * v + w[2];
        double left = (x[0] * u + x[1] * v + x[2]) / divisor - 0.5;
        double top = (y[0] * u + y[1] * v + y[2]) / divisor - 0.5;
        int x0 = (int) Math.floor(left);
        int y0 = (int) Math.floor(top);
        double right = left - x0;
        double below = top - y0;
        int a = Math.max(0, Math.min(columns - 1, x0));
        int b = Math.max(0, Math.min(columns - 1, x0 + 1));
        int upper = Math.max(0, Math.min(rows - 1, y0)) * columns;
        int lower = Math.max(0, Math.min(rows - 1, y0 + 1)) * columns;
        for (int c = 0; c < sums.length; c++) {
            int plane = c * columns * rows;
            double first =
                    light[plane + upper + a] * (1 - right) + light[plane + upper + b] * right;
            double last = light[plane + lower + a] * (1 - right) + light[plane + lower + b] * right;
            sums[c] += first * (1 - below) + last * below;
        }
    }
}
