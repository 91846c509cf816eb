package ikat.quilt;

import ikat.image.Pixels;

/**
 * The exemplar laid side by side, at the distances at which it resembles itself most. Its copies
 * meet in visible lines, but what repeats in the exemplar goes on in step: patches are chosen to
 * resemble it.
 *
 * @param exemplar of 8 bits per channel
 * @param across pixels from one copy to the next
 * @param down pixels from one copy to the one below
 */
record Repetition(Pixels exemplar, int across, int down) {

    private static final int STEP = 3; // pixels between those that are compared

    static Repetition of(Pixels exemplar) {
        return new Repetition(exemplar, nearest(exemplar, true), nearest(exemplar, false));
    }

    /** The shift along an axis, half the side at least, at which the exemplar resembles itself. */
    private static int nearest(Pixels exemplar, boolean across) {
        int side = across ? exemplar.width() : exemplar.height();
        int best = side;
        double least = Double.POSITIVE_INFINITY;
        for (int shift = side / 2; shift <= side - Math.max(4, side / 6); shift++) {
            double difference =
                    across ? difference(exemplar, shift, 0) : difference(exemplar, 0, shift);
            if (difference < least) {
                least = difference;
                best = shift;
            }
        }
        return best;
    }

    private static double difference(Pixels exemplar, int right, int below) {
        byte[] bytes = exemplar.bytes();
        long sum = 0;
        long count = 0;
        for (int y = below; y < exemplar.height(); y += STEP) {
            for (int x = right; x < exemplar.width(); x += STEP) {
                int one = exemplar.at(x, y);
                int other = exemplar.at(x - right, y - below);
                for (int c = 0; c < exemplar.channels(); c++) {
                    int d = (bytes[one + c] & 0xff) - (bytes[other + c] & 0xff);
                    sum += d * d;
                    count++;
                }
            }
        }
        return (double) sum / count;
    }

    /** The column of the exemplar that stands at a column of the plane. */
    int column(long x) {
        return (int) Math.floorMod(x, across);
    }

    /** The row of the exemplar that stands at a row of the plane. */
    int row(long y) {
        return (int) Math.floorMod(y, down);
    }
}
