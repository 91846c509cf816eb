package ikat.method.quilting;

import ikat.image.Exemplar;

/** Sums of the squared values of a picture over rectangles, all colours together. */
final class SquareSums {

    private final int columns;
    private final double[] table; // [height + 1, width + 1], sums above and to the left

    SquareSums(Exemplar picture) {
        columns = picture.width() + 1;
        table = new double[columns * (picture.height() + 1)];
        for (int y = 0; y < picture.height(); y++) {
            double row = 0;
            for (int x = 0; x < picture.width(); x++) {
                for (int c = 0; c < picture.channels(); c++) {
                    double value = picture.at(c, x, y);
                    row += value * value;
                }
                table[(y + 1) * columns + x + 1] = table[y * columns + x + 1] + row;
            }
        }
    }

    double over(int left, int top, int width, int height) {
        int upper = top * columns + left;
        int lower = upper + height * columns;
        return table[lower + width] - table[lower] - table[upper + width] + table[upper];
    }
}
