package ikat.image;

import java.util.Arrays;

/** The upper left corners of the squares of one size that lie in a {@link Domain}. Immutable. */
final class SquareCorners {

    private final int columns;
    private final int rows;
    private final int[] runs; // begin of each run of corners, as row x columns + column; or empty
    private final int[] before; // corners before each run, and of all

    private SquareCorners(int columns, int rows, int[] runs, int[] before) {
        this.columns = columns;
        this.rows = rows;
        this.runs = runs;
        this.before = before;
    }

    /** Whether a square belongs to these. */
    interface Test {
        boolean at(int x, int y);
    }

    /** A corner at each place of a rectangle. */
    static SquareCorners all(int columns, int rows) {
        return new SquareCorners(columns, rows, new int[0], new int[0]);
    }

    /** A corner at each place of a rectangle that passes a test. */
    static SquareCorners where(int columns, int rows, Test test) {
        int[] runs = new int[16];
        int[] before = new int[16];
        int count = 0;
        int corners = 0;
        for (int y = 0; y < rows; y++) {
            boolean within = false;
            for (int x = 0; x < columns; x++) {
                boolean passes = test.at(x, y);
                if (passes && !within) {
                    if (count + 1 == runs.length) {
                        runs = Arrays.copyOf(runs, 2 * count + 2);
                        before = Arrays.copyOf(before, 2 * count + 2);
                    }
                    runs[count] = y * columns + x;
                    before[count++] = corners;
                }
                within = passes;
                corners += passes ? 1 : 0;
            }
        }
        before[count] = corners;
        return new SquareCorners(
                columns, rows, Arrays.copyOf(runs, count), Arrays.copyOf(before, count + 1));
    }

    boolean isEmpty() {
        return before.length > 0 ? runs.length == 0 : columns == 0 || rows == 0;
    }

    /**
     * One of the corners, each as likely as any other.
     *
     * @param across a random number
     * @param down another
     * @return row x columns + column
     */
    private int chosen(long across, long down) {
        if (before.length == 0) {
            return RandomWords.below(rows, down) * columns + RandomWords.below(columns, across);
        }
        int number = RandomWords.below(before[runs.length], across);
        int found = Arrays.binarySearch(before, 0, runs.length, number);
        int run = found >= 0 ? found : -found - 2;
        return runs[run] + number - before[run];
    }

    /** The corner of a picture's square that two random numbers choose, uniformly. */
    PatchSampler.Corner corner(int picture, long across, long down) {
        int place = chosen(across, down);
        return new PatchSampler.Corner(picture, place % columns, place / columns);
    }
}
