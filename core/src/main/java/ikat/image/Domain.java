package ikat.image;

import java.util.BitSet;
import java.util.Objects;

/**
 * Where a picture can be learned from: a rectangle of pixels without those that are hidden, or, if
 * opposite edges join, a torus. Immutable.
 */
public final class Domain {

    /** The share of what is visible that squares of the domain's {@link #side()} cover. */
    private static final double COVERED = 0.75;

    private final int width;
    private final int height;
    private final boolean torus;
    private final int tileWidth;
    private final int tileHeight;
    private final BitSet hidden; // row by row
    private volatile int side; // 0 until it is asked for, as it takes long where pixels are hidden

    private Domain(
            int width, int height, boolean torus, int tileWidth, int tileHeight, BitSet hidden) {
        this.width = width;
        this.height = height;
        this.torus = torus;
        this.tileWidth = tileWidth;
        this.tileHeight = tileHeight;
        this.hidden = hidden;
    }

    /** All pixels of a picture. */
    public static Domain rectangle(int width, int height) {
        return without(new BitSet(), width, height);
    }

    /** All pixels of a picture whose opposite edges join. */
    public static Domain torus(int width, int height) {
        return torus(width, height, 1, 1);
    }

    /**
     * All pixels of a picture that shows a tile several times, whose opposite edges join.
     *
     * @param width of the tile
     * @param height of the tile
     * @param across tiles side by side
     * @param down tiles above each other
     */
    public static Domain torus(int width, int height, int across, int down) {
        return new Domain(across * width, down * height, true, width, height, new BitSet());
    }

    /**
     * The pixels of a picture that are not hidden.
     *
     * @param hidden row by row; not changed afterwards
     */
    public static Domain without(BitSet hidden, int width, int height) {
        return new Domain(width, height, false, width, height, hidden);
    }

    /** The pixels of a picture that are black in another one, as large. */
    public static Domain without(Pixels hidden) {
        BitSet set = new BitSet();
        for (int i = 0; i < hidden.width() * hidden.height(); i++) {
            set.set(i, hidden.bytes()[i * hidden.pixelBytes()] != 0);
        }
        return without(set, hidden.width(), hidden.height());
    }

    /** A picture that is white where this hides and black elsewhere. */
    public Pixels hiddenPicture() {
        Pixels picture = Pixels.empty(width, height, 1);
        hidden.stream().forEach(i -> picture.bytes()[i] = (byte) 0xff);
        return picture;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether opposite edges join. */
    public boolean isTorus() {
        return torus;
    }

    /** The width of the tile that the picture repeats, or of all. */
    public int tileWidth() {
        return tileWidth;
    }

    /** The height of the tile that the picture repeats, or of all. */
    public int tileHeight() {
        return tileHeight;
    }

    /** Whether any pixel is hidden. */
    public boolean hides() {
        return !hidden.isEmpty();
    }

    /** Whether a pixel is hidden. */
    public boolean isHidden(int x, int y) {
        return hidden.get(y * width + x);
    }

    /** The share of the pixels that are hidden, 0 to 1. */
    public double hiddenShare() {
        return hidden.cardinality() / ((double) width * height);
    }

    /** For each pixel, row by row, whether it is hidden. */
    public boolean[] hiddenPixels() {
        boolean[] all = new boolean[width * height];
        hidden.stream().forEach(i -> all[i] = true);
        return all;
    }

    /**
     * The side of the squares that a training can use: that of the largest ones which, where
     * nothing is hidden, cover three quarters of what is visible; without hidden pixels the shorter
     * side.
     */
    public int side() {
        if (side == 0) {
            side = hidden.isEmpty() ? Math.min(width, height) : coveringSide();
        }
        return side;
    }

    /** The domain of a part of the picture, which is a torus no more. */
    public Domain cut(int left, int top, int columns, int rows) {
        BitSet part = new BitSet();
        for (int y = 0; y < rows && hides(); y++) {
            int from = (top + y) * width + left;
            int end = from + columns;
            for (int i = hidden.nextSetBit(from); i >= 0 && i < end; i = hidden.nextSetBit(i + 1)) {
                part.set(y * columns + i - from);
            }
        }
        return without(part, columns, rows);
    }

    /** Copies pixels that follow each other. */
    interface Run {
        /**
         * Copies a run.
         *
         * @param from the first pixel of the picture, row by row
         * @param count of pixels
         * @param to the first pixel of the square, row by row
         */
        void copy(int from, int count, int to);
    }

    /** The runs of pixels of a square, which on a torus goes on at the opposite edge. */
    void runs(int x, int y, int squareSide, Run run) {
        for (int row = 0; row < squareSide; row++) {
            int start = (y + row) % height * width;
            for (int done = 0; done < squareSide; ) {
                int column = (x + done) % width;
                int count = Math.min(squareSide - done, width - column);
                run.copy(start + column, count, row * squareSide + done);
                done += count;
            }
        }
    }

    /** The corners of all squares of a side in which nothing is hidden. */
    SquareCorners squares(int squareSide) {
        if (hidden.isEmpty()) {
            return torus
                    ? SquareCorners.all(tileWidth, tileHeight)
                    : SquareCorners.all(
                            Math.max(0, width - squareSide + 1),
                            Math.max(0, height - squareSide + 1));
        }
        return SquareCorners.where(
                Math.max(0, width - squareSide + 1),
                Math.max(0, height - squareSide + 1),
                whole(squareSide));
    }

    /** Whether a square of a side is whole, by its upper left corner. */
    private SquareCorners.Test whole(int squareSide) {
        int[] sums = new int[(width + 1) * (height + 1)]; // hidden pixels left of and above
        int stride = width + 1;
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += isHidden(x, y) ? 1 : 0;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return (x, y) -> {
            int top = y * stride + x;
            int bottom = top + squareSide * stride;
            return sums[bottom + squareSide] - sums[bottom] == sums[top + squareSide] - sums[top];
        };
    }

    private int coveringSide() {
        long wanted = (long) Math.ceil(COVERED * ((long) width * height - hidden.cardinality()));
        int low = 0;
        int high = Math.min(width, height);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (covered(middle) >= Math.max(1, wanted)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The number of pixels that whole squares of a side cover. */
    private long covered(int squareSide) {
        SquareCorners.Test whole = whole(squareSide);
        int stride = width + 1;
        int[] changes = new int[stride * (height + 1)]; // of the number of squares, right and down
        for (int y = 0; y + squareSide <= height; y++) {
            for (int x = 0; x + squareSide <= width; x++) {
                if (whole.at(x, y)) {
                    changes[y * stride + x]++;
                    changes[y * stride + x + squareSide]--;
                    changes[(y + squareSide) * stride + x]--;
                    changes[(y + squareSide) * stride + x + squareSide]++;
                }
            }
        }
        long covered = 0;
        int[] above = new int[stride];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += changes[y * stride + x];
                above[x] += row;
                covered += above[x] > 0 ? 1 : 0;
            }
        }
        return covered;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain domain
                && width == domain.width
                && height == domain.height
                && torus == domain.torus
                && tileWidth == domain.tileWidth
                && tileHeight == domain.tileHeight
                && hidden.equals(domain.hidden);
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, height, torus, hidden);
    }

    @Override
    public String toString() {
        return "%dx%d%s, %d hidden"
                .formatted(width, height, torus ? ", a torus" : "", hidden.cardinality());
    }
}
