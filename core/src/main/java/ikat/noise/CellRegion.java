package ikat.noise;

/**
 * A rectangle of cells of the noise plane, or of the points of a finer grid; a cell becomes {@link
 * ikat.model.ModelSpec#cellPixels()} pixels square.
 *
 * @param left x of the first column of cells
 * @param top y of the first row of cells
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record CellRegion(long left, long top, int width, int height) {

    public CellRegion {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a region of %sx%s cells is empty; both must be at least 1"
                            .formatted(width, height));
        }
    }

    /** Cells in the region. */
    public int cells() {
        return Math.multiplyExact(width, height);
    }
}
