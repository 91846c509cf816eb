package ikat.fill;

import ikat.image.Depth;
import ikat.image.Pixels;
import java.util.Arrays;

/**
 * A picture of which a part is missing, as numbers by which its squares are compared.
 *
 * @param width columns
 * @param height rows
 * @param channels of each pixel
 * @param values {@code [height, width, channels]}, each from 0 to 255; of what is missing, what is
 *     shown so far
 * @param missing {@code [height, width]}
 */
@SuppressWarnings("ArrayRecordComponent") // what is shown is changed in place
record Partial(int width, int height, int channels, float[] values, boolean[] missing) {

    private static final int REACH = NearestSquares.SIDE / 2;

    /** What is missing of a picture is 0 here, whatever the picture holds there. */
    static Partial of(Pixels picture, boolean[] missing) {
        Depth depth = picture.depth();
        float[] values = new float[picture.width() * picture.height() * picture.channels()];
        for (int i = 0; i < values.length; i++) {
            if (!missing[i / picture.channels()]) {
                double value = depth.get(picture.bytes(), i * depth.bytes());
                values[i] = (float) (255 * value / depth.one());
            }
        }
        return new Partial(
                picture.width(), picture.height(), picture.channels(), values, missing.clone());
    }

    double area() {
        return (double) width * height;
    }

    /** Half of it: a pixel is the mean of what is there of four, and missing if half of it is. */
    Partial halved() {
        int columns = (width + 1) / 2;
        int rows = (height + 1) / 2;
        float[] means = new float[columns * rows * channels];
        boolean[] without = new boolean[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int count = 0;
                int there = 0;
                for (int i = 0; i < 4; i++) {
                    int column = Math.min(width - 1, 2 * x + i % 2);
                    int row = Math.min(height - 1, 2 * y + i / 2);
                    count++;
                    if (!missing[row * width + column]) {
                        there++;
                        for (int c = 0; c < channels; c++) {
                            means[(y * columns + x) * channels + c] +=
                                    values[(row * width + column) * channels + c];
                        }
                    }
                }
                without[y * columns + x] = 2 * there < count;
                for (int c = 0; c < channels && there > 0; c++) {
                    means[(y * columns + x) * channels + c] /= there;
                }
            }
        }
        return new Partial(columns, rows, channels, means, without);
    }

    /** Whether a square around a pixel lies in the picture and nothing of it is missing. */
    boolean isWhole(int x, int y) {
        if (x < REACH || y < REACH || x >= width - REACH || y >= height - REACH) {
            return false;
        }
        for (int row = y - REACH; row <= y + REACH; row++) {
            for (int column = x - REACH; column <= x + REACH; column++) {
                if (missing[row * width + column]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether any square is whole. */
    boolean hasSquares() {
        for (int i = 0; i < missing.length; i++) {
            if (isWhole(i % width, i / width)) {
                return true;
            }
        }
        return false;
    }

    /** Lets each missing pixel show the mean of its neighbours, from the outermost inwards. */
    void guess() {
        boolean[] open = missing.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            boolean[] next = open.clone();
            for (int i = 0; i < open.length; i++) {
                if (open[i] && spread(i, open)) {
                    next[i] = false;
                    changed = true;
                }
            }
            System.arraycopy(next, 0, open, 0, open.length);
        }
    }

    private boolean spread(int pixel, boolean[] open) {
        float[] sums = new float[channels];
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = pixel % width + dx;
                int y = pixel / width + dy;
                boolean inside = x >= 0 && y >= 0 && x < width && y < height;
                if (inside && !open[y * width + x]) {
                    count++;
                    for (int c = 0; c < channels; c++) {
                        sums[c] += values[(y * width + x) * channels + c];
                    }
                }
            }
        }
        for (int c = 0; c < channels && count > 0; c++) {
            values[pixel * channels + c] = sums[c] / count;
        }
        return count > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partial partial
                && Arrays.equals(values, partial.values)
                && Arrays.equals(missing, partial.missing);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
