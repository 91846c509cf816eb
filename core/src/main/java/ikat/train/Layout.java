package ikat.train;

/** How far the pictures of a generator reach. */
public enum Layout {
    /** Over any number of cells: pictures of any size. */
    ENDLESS,
    /** One cell is one picture, of one size (DCGAN, arXiv 1511.06434): the baseline. */
    ONE_CELL
}
