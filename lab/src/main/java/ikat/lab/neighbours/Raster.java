package ikat.lab.neighbours;

import ikat.image.Exemplar;

/**
 * A picture whose colours lie side by side, so that a row of a patch is one piece of memory.
 *
 * @param values {@code [height, width, channels]}
 */
record Raster(int width, int height, int channels, float[] values) {

    /** Side of a patch in pixels (section 4 of the paper). */
    static final int PATCH = 7;

    static Raster of(Exemplar picture) {
        int area = picture.width() * picture.height();
        int channels = picture.channels();
        float[] values = new float[channels * area];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < area; i++) {
                values[i * channels + c] = picture.pixels()[c * area + i];
            }
        }
        return new Raster(picture.width(), picture.height(), channels, values);
    }

    /** Number of patches along the width, one per pixel. */
    int columns() {
        return width - PATCH + 1;
    }

    /** Number of patches along the height, one per pixel. */
    int rows() {
        return height - PATCH + 1;
    }

    /** Values in a patch. */
    int patchValues() {
        return PATCH * PATCH * channels;
    }

    /**
     * The sum of squared differences between a patch of this picture and one of another.
     *
     * @param patch number of the patch, row by row
     * @param limit beyond which the sum may be cut short; at least it is then returned
     */
    float distance(int patch, Raster other, int otherPatch, float limit) {
        int run = PATCH * channels;
        int from = start(patch);
        int to = other.start(otherPatch);
        float[] a = values;
        float[] b = other.values;
        float sum = 0;
        for (int row = 0; row < PATCH && sum < limit; row++) {
            float even = 0;
            float odd = 0;
            int i = 0;
            for (; i + 1 < run; i += 2) {
                float first = a[from + i] - b[to + i];
                float second = a[from + i + 1] - b[to + i + 1];
                even += first * first;
                odd += second * second;
            }
            if (i < run) {
                float last = a[from + i] - b[to + i];
                even += last * last;
            }
            sum += even + odd;
            from += width * channels;
            to += other.width * channels;
        }
        return sum;
    }

    private int start(int patch) {
        int columns = columns();
        return (patch / columns * width + patch % columns) * channels;
    }

    /** The upper left part as a picture, clamped to [-1, 1]. */
    Exemplar picture(String name, int columns, int rows) {
        float[] pixels = new float[channels * columns * rows];
        int next = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    float value = values[(y * width + x) * channels + c];
                    pixels[next++] = Math.max(-1, Math.min(1, value));
                }
            }
        }
        return Exemplar.made(name, channels, columns, rows, pixels);
    }
}
