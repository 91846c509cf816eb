package ikat.score;

import ikat.analysis.ColourDirections;
import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * A square part of a picture, as planes for the statistics.
 *
 * @param main the coordinate along the exemplar's direction of greatest colour variance, in [-1, 1]
 *     or a little beyond
 * @param opponents brightness, red against green, blue against yellow, in [-1, 1]
 */
record Swatch(Plane main, List<Plane> opponents) {

    /** Sides are multiples of this, for pyramids of four scales. */
    private static final int UNIT = 16;

    private static final int LARGEST = 256;
    private static final int SMALLEST = 64;

    /** More add little. */
    private static final int MOST = 9;

    private static Swatch cut(Exemplar picture, double[] axis, int left, int top, int side) {
        Exemplar part = picture.crop(left, top, side, side);
        return new Swatch(
                Plane.project(part, axis, 1, 0),
                List.of(ColourDirections.opponents(part, 0, 0, side, side)));
    }

    int side() {
        return main.width();
    }

    /**
     * The largest side of which an exemplar has at least four disjoint swatches, up to 256 pixels.
     *
     * @throws IllegalArgumentException if the picture is smaller than 128 pixels
     */
    static int side(Exemplar exemplar) {
        int least = Math.min(exemplar.width(), exemplar.height());
        if (least < 2 * SMALLEST) {
            throw tooSmall(exemplar, 2 * SMALLEST, "know how alike its parts are");
        }
        return Math.min(LARGEST, least / 2 / UNIT * UNIT);
    }

    /**
     * Disjoint swatches spread evenly over a picture.
     *
     * @param picture in three channels
     * @param axis the exemplar's main colour direction, a unit vector
     * @throws IllegalArgumentException if the picture is smaller than a swatch
     */
    static List<Swatch> of(Exemplar picture, double[] axis, int side) {
        if (Math.min(picture.width(), picture.height()) < side) {
            throw tooSmall(picture, side, "compare it with this exemplar");
        }
        List<Swatch> swatches = new ArrayList<>();
        int columns = Math.min(picture.width() / side, (int) Math.sqrt(MOST));
        int rows = Math.min(picture.height() / side, (int) Math.sqrt(MOST));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                swatches.add(
                        cut(
                                picture,
                                axis,
                                place(column, columns, picture.width() - side),
                                place(row, rows, picture.height() - side),
                                side));
            }
        }
        return swatches;
    }

    private static IllegalArgumentException tooSmall(Exemplar picture, int least, String purpose) {
        return new IllegalArgumentException(
                "%s has %d x %d pixels, but at least %d x %d are needed to %s"
                        .formatted(
                                picture.name(),
                                picture.width(),
                                picture.height(),
                                least,
                                least,
                                purpose));
    }

    private static int place(int index, int count, int slack) {
        return count == 1 ? slack / 2 : (int) ((long) index * slack / (count - 1));
    }
}
