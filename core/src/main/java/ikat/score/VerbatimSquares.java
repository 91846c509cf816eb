package ikat.score;

import ikat.image.Exemplar;
import java.util.HashMap;
import java.util.Map;

/**
 * Squares of a picture that are the exemplar's, pixel by pixel at 8 bits. Two photographs of one
 * thing have none of more than a few pixels; a picture that is put together from pieces of the
 * exemplar has them as large as its pieces. Thread-safe.
 */
final class VerbatimSquares {

    /** Side of the squares that are looked up, from which larger ones grow. */
    static final int SEED = 6;

    /** Pixels between two seeds. */
    private static final int STEP = 2;

    private final Levels exemplar;
    private final Map<Long, Integer> places = new HashMap<>();

    /**
     * @param exemplar in three channels
     */
    VerbatimSquares(Exemplar exemplar) {
        this.exemplar = Levels.of(exemplar);
        for (int y = 0; y + SEED <= exemplar.height(); y++) {
            for (int x = 0; x + SEED <= exemplar.width(); x++) {
                places.putIfAbsent(this.exemplar.seed(x, y), y * exemplar.width() + x);
            }
        }
    }

    /**
     * The side of the largest square of a picture that the exemplar has, too, within two pixels; 0
     * if none is as large as a seed.
     *
     * @param candidate in three channels
     */
    int largest(Exemplar candidate) {
        Levels picture = Levels.of(candidate);
        int best = SEED - 1;
        for (int y = 0; y + SEED <= picture.height; y += STEP) {
            for (int x = 0; x + SEED <= picture.width; x += STEP) {
                Integer place = places.get(picture.seed(x, y));
                if (place != null) {
                    int left = place % exemplar.width;
                    int top = place / exemplar.width;
                    while (sameSquare(picture, x, y, left, top, best + 1)) {
                        best++;
                    }
                }
            }
        }
        return best < SEED ? 0 : best;
    }

    private boolean sameSquare(Levels picture, int x, int y, int left, int top, int side) {
        if (x + side > picture.width
                || y + side > picture.height
                || left + side > exemplar.width
                || top + side > exemplar.height) {
            return false;
        }
        // Most squares that are not the same differ at the far corner.
        for (int row = side - 1; row >= 0; row--) {
            int from = (y + row) * picture.width + x;
            int to = (top + row) * exemplar.width + left;
            for (int i = side - 1; i >= 0; i--) {
                if (picture.colours[from + i] != exemplar.colours[to + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The 8-bit colours of a picture, {@code [height, width]}. */
    private record Levels(int width, int height, int[] colours) {

        static Levels of(Exemplar picture) {
            byte[] levels = picture.toPixels().bytes();
            int[] colours = new int[picture.width() * picture.height()];
            for (int i = 0; i < levels.length; i++) {
                int pixel = i / picture.channels();
                colours[pixel] = colours[pixel] << 8 | levels[i] & 0xff;
            }
            return new Levels(picture.width(), picture.height(), colours);
        }

        /** A number for a square of the size of a seed, the same for the same square. */
        long seed(int x, int y) {
            long hash = 0;
            for (int row = y; row < y + SEED; row++) {
                for (int i = row * width + x; i < row * width + x + SEED; i++) {
                    hash = hash * 0x9E3779B97F4A7C15L + colours[i];
                }
            }
            return hash;
        }
    }
}
