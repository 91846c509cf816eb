package ikat.lab.quilting;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;

/**
 * The side of the square blocks that a picture is sewn from.
 *
 * @param pixels side of a block
 */
record BlockSize(int pixels) {

    /** The smallest block: with an overlap of two pixels the cut still has a choice. */
    static final int LEAST = 12;

    /** The shortest side of an exemplar. */
    static final int LEAST_SIDE = 32;

    /**
     * A block is three elements wide, so that elements larger than most fit into it whole, and the
     * arrangement of neighbours is preserved.
     */
    private static final double ELEMENTS = 3;

    /**
     * On a lattice all cells are alike: one cell and part of the next suffice to align the block.
     */
    private static final double CELLS = 1.5;

    /** Least ratio of the exemplar's side to the block's, so that there is a choice of blocks. */
    private static final int LEAST_BLOCKS = 4;

    /** An overlap is a sixth of a block (section 2.2 of the paper). */
    private static final int OVERLAPS = 6;

    /** The size for an exemplar, from its periods or the size of its elements. */
    static BlockSize of(Exemplar exemplar) {
        checkSides(exemplar, LEAST_SIDE);
        PictureReport report = PictureReport.of(exemplar);
        double count = report.periods().size() > 1 ? CELLS : ELEMENTS;
        double wanted = count * report.element().decisive();
        int side = Math.min(exemplar.width(), exemplar.height());
        double fitting = Math.min(wanted, (double) side / LEAST_BLOCKS);
        return new BlockSize(Math.max(LEAST, (int) Math.round(fitting)));
    }

    /** Checks that an exemplar is larger than a block. */
    void check(Exemplar exemplar) {
        checkSides(exemplar, pixels + 1);
    }

    private static void checkSides(Exemplar exemplar, int least) {
        if (Math.min(exemplar.width(), exemplar.height()) < least) {
            throw new IllegalArgumentException(
                    "the picture is "
                            + exemplar.width()
                            + "x"
                            + exemplar.height()
                            + ", but quilting needs at least "
                            + least
                            + " pixels along both sides");
        }
    }

    /** Pixels that a block shares with the previous one. */
    int overlap() {
        return Math.max(2, pixels / OVERLAPS);
    }

    /** Pixels from one block to the next. */
    int step() {
        return pixels - overlap();
    }

    /** Number of blocks that cover {@code length} pixels. */
    int blocksOver(int length) {
        return Math.max(1, (length - overlap() + step() - 1) / step());
    }
}
