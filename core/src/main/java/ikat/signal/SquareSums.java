package ikat.signal;

/** Sums of squared values over rectangles, by a summed-area table (Crow 1984). */
public final class SquareSums {

    private final int columns;
    private final double[] table; // [height + 1, width + 1], sums above and to the left

    /**
     * Sums of all planes together.
     *
     * @param values planar {@code [planes, height, width]}
     */
    public SquareSums(int width, int height, float[] values) {
        columns = width + 1;
        table = new double[columns * (height + 1)];
        int area = width * height;
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                for (int i = y * width + x; i < values.length; i += area) {
                    row += (double) values[i] * values[i];
                }
                table[(y + 1) * columns + x + 1] = table[y * columns + x + 1] + row;
            }
        }
    }

    /** The sum over a rectangle, which must lie within the planes. */
    public double over(int left, int top, int width, int height) {
        int upper = top * columns + left;
        int lower = upper + height * columns;
        return table[lower + width] - table[lower] - table[upper + width] + table[upper];
    }
}
