package ikat.lab.blending;

/**
 * A plane of equilateral triangles. Around each of their corners lies a tile of the exemplar, which
 * fades out towards the next corners; a pixel blends the tiles of the three corners of its triangle
 * (Heitz and Neyret 2018, section 3).
 */
final class TriangleGrid {

    private static final double ROW = Math.sqrt(3) / 2; // distance of rows of corners, in edges

    private final double edge;

    /** Corners: column and row in the grid, and weight, at least 0; the weights add up to 1. */
    static final class Corners {

        final long[] columns = new long[3];
        final long[] rows = new long[3];
        final double[] weights = new double[3];

        private void set(int corner, long column, long row, double weight) {
            columns[corner] = column;
            rows[corner] = row;
            weights[corner] = weight;
        }
    }

    /**
     * Creates a grid.
     *
     * @param edge of a triangle in pixels, above 0
     */
    TriangleGrid(double edge) {
        this.edge = edge;
    }

    /** The corners around a pixel, by its coordinates in the grid's skewed axes. */
    void find(long x, long y, Corners found) {
        double row = y / (edge * ROW);
        double column = x / edge - row / 2;
        long left = (long) Math.floor(column);
        long top = (long) Math.floor(row);
        double across = column - left;
        double down = row - top;
        if (across + down < 1) {
            found.set(0, left, top, 1 - across - down);
            found.set(1, left + 1, top, across);
            found.set(2, left, top + 1, down);
        } else {
            found.set(0, left + 1, top + 1, across + down - 1);
            found.set(1, left + 1, top, 1 - down);
            found.set(2, left, top + 1, 1 - across);
        }
    }

    /** The x of a corner, to the pixel. */
    long x(long column, long row) {
        return Math.round((column + row / 2.0) * edge);
    }

    /** The y of a corner, to the pixel. */
    long y(long row) {
        return Math.round(row * edge * ROW);
    }

    /** Pixels to the left and right of a corner that its tile covers at most. */
    int reachAcross() {
        return (int) Math.ceil(edge) + 1;
    }

    /** Pixels above and below a corner that its tile covers at most. */
    int reachDown() {
        return (int) Math.ceil(edge * ROW) + 1;
    }
}
