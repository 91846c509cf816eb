package ikat.zoom;

import ikat.image.Pixels;

/**
 * How light each place of a picture is against its surroundings, in standard deviations of these.
 *
 * @param inner radius in pixels of the square that is a place
 * @param outer radius of the square that is its surroundings
 */
record Relief(int inner, int outer) {

    private static final int[] INNER = {2, 1, 0};
    private static final int[] OUTER = {16, 8, 4, 2, 1};
    private static final double LEAST_DEVIATION = 4; // of 255, so that bare ground has no relief
    private static final double MOST = 2;

    /** That of a level, of the same place at all levels where it can be. */
    static Relief at(int level) {
        return new Relief(
                INNER[Math.min(level, INNER.length - 1)], OUTER[Math.min(level, OUTER.length - 1)]);
    }

    /** Pixels around a place that it is measured by. */
    int margin() {
        return outer;
    }

    Measured of(Pixels picture) {
        int stride = picture.width() + 1;
        long[] sums = new long[stride * (picture.height() + 1)];
        long[] squares = new long[sums.length];
        for (int y = 0; y < picture.height(); y++) {
            long row = 0;
            long rowSquares = 0;
            for (int x = 0; x < picture.width(); x++) {
                long light = lightness(picture, x, y);
                row += light;
                rowSquares += light * light;
                int at = (y + 1) * stride + x + 1;
                sums[at] = sums[at - stride] + row;
                squares[at] = squares[at - stride] + rowSquares;
            }
        }
        return new Measured(this, stride, sums, squares);
    }

    /** Ten times a value from 0 to 255. */
    private static long lightness(Pixels picture, int x, int y) {
        int at = picture.at(x, y);
        byte[] bytes = picture.bytes();
        return picture.channels() == 1
                ? 10 * (bytes[at] & 0xff)
                : 3 * (bytes[at] & 0xff) + 6 * (bytes[at + 1] & 0xff) + (bytes[at + 2] & 0xff);
    }

    /** Sums of lightness and of its squares over all that is above and left of a place. */
    record Measured(Relief relief, int stride, long[] sums, long[] squares) {

        /** The relief of a pixel whose surroundings lie within the picture. */
        double at(int x, int y) {
            double place = mean(sums, x, y, relief.inner());
            double around = mean(sums, x, y, relief.outer());
            double variance = mean(squares, x, y, relief.outer()) - around * around;
            double deviation = Math.sqrt(Math.max(0, variance));
            double found = (place - around) / Math.max(10 * LEAST_DEVIATION, deviation);
            return Math.max(-MOST, Math.min(MOST, found));
        }

        private double mean(long[] of, int x, int y, int radius) {
            int left = x - radius;
            int right = x + radius + 1;
            int upper = (y - radius) * stride;
            int lower = (y + radius + 1) * stride;
            long sum = of[lower + right] - of[lower + left] - of[upper + right] + of[upper + left];
            return sum / (double) ((2 * radius + 1) * (2 * radius + 1));
        }
    }
}
