package ikat.lab.quilting;

/** The sides on which a block overlaps existing pixels. */
enum Sides {
    NONE(false, false),
    LEFT(true, false),
    TOP(false, true),
    BOTH(true, true);

    private final boolean left;
    private final boolean top;

    Sides(boolean left, boolean top) {
        this.left = left;
        this.top = top;
    }

    /** The sides of a block at this column and row of the quilt. */
    static Sides of(int column, int row) {
        if (column == 0) {
            return row == 0 ? NONE : TOP;
        }
        return row == 0 ? LEFT : BOTH;
    }

    boolean left() {
        return left;
    }

    boolean top() {
        return top;
    }

    /** Whether a pixel of the block lies in an overlap. */
    boolean holds(int x, int y, int overlap) {
        return left && x < overlap || top && y < overlap;
    }
}
