package ikat.train;

/** Extent of the pictures that a generator makes. */
public enum Layout {
    /** Any number of cells: pictures of any size. */
    ENDLESS,
    /** One cell is one picture, of one size (DCGAN, arXiv 1511.06434): the baseline. */
    ONE_CELL
}
