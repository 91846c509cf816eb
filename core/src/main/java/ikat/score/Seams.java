package ikat.score;

import ikat.signal.Plane;

/** How much a picture's opposite edges differ, against neighbouring lines inside. */
final class Seams {

    private Seams() {}

    /** The first column against the last. */
    static double across(Plane plane) {
        double inside = 0;
        for (int x = 1; x < plane.width(); x++) {
            inside += columns(plane, x - 1, x);
        }
        double edge = columns(plane, plane.width() - 1, 0);
        return edge / Math.max(inside / (plane.width() - 1), Levels.ONE / 4);
    }

    /** The first row against the last. */
    static double down(Plane plane) {
        double inside = 0;
        for (int y = 1; y < plane.height(); y++) {
            inside += rows(plane, y - 1, y);
        }
        double edge = rows(plane, plane.height() - 1, 0);
        return edge / Math.max(inside / (plane.height() - 1), Levels.ONE / 4);
    }

    private static double columns(Plane plane, int a, int b) {
        double sum = 0;
        for (int y = 0; y < plane.height(); y++) {
            sum += Math.abs(plane.at(a, y) - plane.at(b, y));
        }
        return sum / plane.height();
    }

    private static double rows(Plane plane, int a, int b) {
        double sum = 0;
        for (int x = 0; x < plane.width(); x++) {
            sum += Math.abs(plane.at(x, a) - plane.at(x, b));
        }
        return sum / plane.width();
    }
}
