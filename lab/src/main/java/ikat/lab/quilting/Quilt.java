package ikat.lab.quilting;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import java.util.Random;

/** A picture that is quilted block by block from the upper left (section 2.2 of the paper). */
final class Quilt {

    /** Relative error tolerance above the best block (section 2.2 of the paper). */
    private static final double TOLERANCE = 0.1;

    /** Rounding error allowed per value in an overlap when the exact error is 0. */
    private static final double ROUNDING = 1e-9;

    private final Exemplar exemplar;
    private final BlockSize size;
    private final OverlapErrors fits;
    private final Random random;
    private final int columns;
    private final int rows;
    private final int width;
    private final int height;
    private final float[][] canvas; // [colour][height * width]
    private final int[] sources; // [rows, columns], position of each block in the exemplar

    Quilt(
            Exemplar exemplar,
            BlockSize size,
            OverlapErrors fits,
            int wantedWidth,
            int wantedHeight,
            long seed) {
        this.exemplar = exemplar;
        this.size = size;
        this.fits = fits;
        random = new Random(seed);
        columns = size.blocksOver(wantedWidth);
        rows = size.blocksOver(wantedHeight);
        width = columns * size.step() + size.overlap();
        height = rows * size.step() + size.overlap();
        canvas = new float[exemplar.channels()][width * height];
        sources = new int[columns * rows];
    }

    /** Places all blocks. */
    void sew(Effort effort) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                effort.check();
                lay(column, row);
            }
        }
    }

    private void lay(int column, int row) {
        int x = column * size.step();
        int y = row * size.step();
        Sides sides = Sides.of(column, row);
        float[][] there = new float[canvas.length][];
        for (int c = 0; c < canvas.length; c++) {
            there[c] = part(canvas[c], width, x, y);
        }
        int source = chosen(column, row, there, sides);
        sources[row * columns + column] = source;
        float[][] block = new float[canvas.length][];
        Exemplar taken =
                exemplar.crop(
                        source % fits.columns(),
                        source / fits.columns(),
                        size.pixels(),
                        size.pixels());
        for (int c = 0; c < canvas.length; c++) {
            block[c] = part(taken.pixels(), size.pixels(), 0, c * size.pixels());
        }
        Cuts cuts = new Cuts(there, block, size, sides);
        for (int i = 0; i < size.pixels() * size.pixels(); i++) {
            int dx = i % size.pixels();
            int dy = i / size.pixels();
            if (cuts.isNew(dx, dy)) {
                for (int c = 0; c < canvas.length; c++) {
                    canvas[c][(y + dy) * width + x + dx] = block[c][i];
                }
            }
        }
    }

    private float[] part(float[] plane, int planeWidth, int left, int top) {
        int side = size.pixels();
        float[] part = new float[side * side];
        for (int dy = 0; dy < side; dy++) {
            System.arraycopy(plane, (top + dy) * planeWidth + left, part, dy * side, side);
        }
        return part;
    }

    /**
     * Chooses a block of the exemplar at random from those within the tolerance of the best. A
     * block that continues the exemplar from its neighbour may be chosen like any other, but the
     * tolerance is that of the best block that does not: such a block fits without any error, and a
     * tenth of nothing would turn the picture into a copy of the exemplar up to its edge.
     */
    private int chosen(int column, int row, float[][] there, Sides sides) {
        int places = fits.columns() * fits.rows();
        if (sides == Sides.NONE) {
            return random.nextInt(places);
        }
        double[] errors = fits.of(there, sides);
        double best = Double.POSITIVE_INFINITY;
        for (int place = 0; place < places; place++) {
            if (errors[place] < best && !continues(place, column, row)) {
                best = errors[place];
            }
        }
        double limit = best * (1 + TOLERANCE) + ROUNDING * there.length * there[0].length;
        int count = 0;
        for (double error : errors) {
            count += error <= limit ? 1 : 0;
        }
        int wanted = random.nextInt(count);
        int place = -1;
        while (wanted >= 0) {
            place++;
            wanted -= errors[place] <= limit ? 1 : 0;
        }
        return place;
    }

    /**
     * Whether a block continues the exemplar from the block to the left or above, give or take an
     * overlap.
     */
    private boolean continues(int place, int column, int row) {
        return column > 0 && isNear(place, sources[row * columns + column - 1], size.step(), 0)
                || row > 0 && isNear(place, sources[(row - 1) * columns + column], 0, size.step());
    }

    private boolean isNear(int place, int source, int dx, int dy) {
        int x = source % fits.columns() + dx - place % fits.columns();
        int y = source / fits.columns() + dy - place / fits.columns();
        return Math.abs(x) <= size.overlap() && Math.abs(y) <= size.overlap();
    }

    /** The upper left part of the picture. */
    Exemplar picture(int wantedWidth, int wantedHeight) {
        int area = width * height;
        float[] pixels = new float[canvas.length * area];
        for (int c = 0; c < canvas.length; c++) {
            System.arraycopy(canvas[c], 0, pixels, c * area, area);
        }
        return Exemplar.made(exemplar.name(), canvas.length, width, height, pixels)
                .crop(0, 0, wantedWidth, wantedHeight);
    }
}
