package ikat.signal;

import ikat.image.Exemplar;
import java.util.List;

/**
 * One number for each pixel of a picture.
 *
 * @param width columns
 * @param height rows
 * @param values row-major {@code [height, width]}
 */
public record Plane(int width, int height, float[] values) {

    private static final double[] LUMA = {0.2126, 0.7152, 0.0722};

    /** The brightness of the encoded colours, in [0, 1] (weights: ITU-R BT.709). */
    public static Plane luminance(Exemplar picture) {
        double[] weights = picture.channels() == 1 ? new double[] {1} : LUMA;
        return project(picture, weights, 0.5, 0.5);
    }

    /**
     * For each pixel the weighted sum of its channels, times {@code scale}, plus {@code offset}.
     *
     * @param weights one a channel
     */
    public static Plane project(Exemplar picture, double[] weights, double scale, double offset) {
        int area = picture.width() * picture.height();
        float[] pixels = picture.pixels();
        float[] values = new float[area];
        for (int i = 0; i < area; i++) {
            double sum = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] * pixels[c * area + i];
            }
            values[i] = (float) (scale * sum + offset);
        }
        return new Plane(picture.width(), picture.height(), values);
    }

    /**
     * The plane of these numbers, rounded to floats.
     *
     * @param values row-major {@code [height, width]}
     */
    public static Plane of(int width, int height, double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return new Plane(width, height, rounded);
    }

    /** All numbers, row-major, as doubles. */
    public double[] doubles() {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** The number of a pixel. */
    public float at(int x, int y) {
        return values[y * width + x];
    }

    /** A part of the plane, copied. */
    public Plane crop(int left, int top, int columns, int rows) {
        float[] part = new float[columns * rows];
        copyPart(left, top, columns, rows, part, 0);
        return new Plane(columns, rows, part);
    }

    private void copyPart(int left, int top, int columns, int rows, float[] out, int at) {
        for (int y = 0; y < rows; y++) {
            System.arraycopy(values, (top + y) * width + left, out, at + y * columns, columns);
        }
    }

    /**
     * Copies a square patch of several planes, one plane after the other.
     *
     * @param out {@code [planes, side, side]}
     */
    public static void copyPatch(List<Plane> planes, int left, int top, int side, float[] out) {
        for (int i = 0; i < planes.size(); i++) {
            planes.get(i).copyPart(left, top, side, side, out, i * side * side);
        }
    }

    /**
     * The picture at half its size, each pixel the mean of four; an odd last column or row is left
     * out.
     */
    public Plane halved() {
        int columns = width / 2;
        int rows = height / 2;
        float[] part = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                float upper = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y);
                float lower = at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
                part[y * columns + x] = (upper + lower) / 4;
            }
        }
        return new Plane(columns, rows, part);
    }

    /** Pixel by pixel this less another of the same size. */
    public Plane minus(Plane other) {
        float[] differences = new float[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - other.values[i];
        }
        return new Plane(width, height, differences);
    }

    /** Mean of all numbers. */
    public double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation of all numbers. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
