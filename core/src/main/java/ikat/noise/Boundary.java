package ikat.noise;

/** Whether the noise plane is endless or repeats. */
public sealed interface Boundary {

    /** The plane that never repeats. */
    Boundary ENDLESS = new Endless();

    /** Cells after which the plane repeats to the right, 0 for never. */
    long cellsX();

    /** Cells after which the plane repeats downwards, 0 for never. */
    long cellsY();

    /** The column itself, or its image in the first period. */
    default long column(long cell) {
        return cellsX() == 0 ? cell : Math.floorMod(cell, cellsX());
    }

    /** The row itself, or its image in the first period. */
    default long row(long cell) {
        return cellsY() == 0 ? cell : Math.floorMod(cell, cellsY());
    }

    /**
     * The column of a finer grid itself, or its image in the first period.
     *
     * @param perCell points of the grid along a cell
     */
    default long column(long point, int perCell) {
        return column(Math.floorDiv(point, (long) perCell)) * perCell
                + Math.floorMod(point, (long) perCell);
    }

    /**
     * The row of a finer grid itself, or its image in the first period.
     *
     * @param perCell points of the grid along a cell
     */
    default long row(long point, int perCell) {
        return row(Math.floorDiv(point, (long) perCell)) * perCell
                + Math.floorMod(point, (long) perCell);
    }

    /** The plane that never repeats. */
    record Endless() implements Boundary {

        @Override
        public long cellsX() {
            return 0;
        }

        @Override
        public long cellsY() {
            return 0;
        }
    }

    /**
     * The plane that repeats after a number of cells.
     *
     * @param cellsX cells after which it repeats to the right, up to 2^31, or 0 for never
     * @param cellsY cells after which it repeats downwards, up to 2^31, or 0 for never
     */
    record Wrapping(long cellsX, long cellsY) implements Boundary {

        public Wrapping {
            long most = 1L << 31;
            if (Math.min(cellsX, cellsY) < 0
                    || Math.max(cellsX, cellsY) > most
                    || cellsX + cellsY == 0) {
                throw new IllegalArgumentException(
                        "a wrap after %sx%s cells is none; each must be from 0 to %s and one above 0"
                                .formatted(cellsX, cellsY, most));
            }
        }
    }
}
