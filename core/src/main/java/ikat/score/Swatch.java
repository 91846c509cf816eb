package ikat.score;

import ikat.analysis.Opponents;
import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.List;

/**
 * A square part of a picture, in the forms that statistics are taken of.
 *
 * @param main the coordinate along the exemplar's direction of greatest colour variance, in [-1, 1]
 *     or a little beyond
 * @param opponents brightness, red against green, blue against yellow, in [-1, 1]
 */
record Swatch(Plane main, List<Plane> opponents) {

    /**
     * Cuts a swatch.
     *
     * @param picture in three channels
     * @param axis the exemplar's main colour direction, a unit vector
     */
    static Swatch of(Exemplar picture, double[] axis, int left, int top, int side) {
        Exemplar part = picture.crop(left, top, side, side);
        return new Swatch(
                Plane.project(part, axis, 1, 0), List.of(Opponents.of(part, 0, 0, side, side)));
    }

    int side() {
        return main.width();
    }
}
