package ikat.texture;

/**
 * How often the local noise of a cell was drawn anew: a plane keeps its seed, and what was drawn
 * anew differs there only. A pure function of the cell, safe for many threads.
 */
@FunctionalInterface
public interface Rerolls {

    /** Nothing was drawn anew. */
    Rerolls NONE = (column, row) -> 0;

    /**
     * Which draw of a cell stands.
     *
     * @param column of the cell
     * @param row of the cell
     * @return 0 for the first draw, as on every plane; the draws of other numbers are independent
     */
    int generation(long column, long row);
}
