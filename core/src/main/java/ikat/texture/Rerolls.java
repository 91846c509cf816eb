package ikat.texture;

/**
 * How often the local noise of each cell was drawn anew; the rest of the plane keeps its noise. A
 * pure function of the cell; thread-safe.
 */
@FunctionalInterface
public interface Rerolls {

    /** No cell was drawn anew. */
    Rerolls NONE = (column, row) -> 0;

    /**
     * The number of the current draw of a cell.
     *
     * @param column of the cell
     * @param row of the cell
     * @return 0 for the seed's own draw; the draws of different numbers are independent
     */
    int generation(long column, long row);
}
