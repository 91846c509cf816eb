package ikat.lab.quilting;

/**
 * Minimum error boundary cuts through the overlaps of a new block; its pixels beyond the cuts are
 * copied (Efros and Freeman 2001, section 2.1).
 */
final class Cuts {

    private final int[] left; // for each row the first column of the new block
    private final int[] top; // for each column the first row of the new block

    /**
     * Computes the cuts of a block.
     *
     * @param there existing pixels, {@code [colour][block * block]}
     * @param block new block, in the same layout
     */
    Cuts(float[][] there, float[][] block, BlockSize size, Sides sides) {
        int side = size.pixels();
        left = sides.left() ? down(errors(there, block, size, side, 1)) : new int[side];
        top = sides.top() ? down(errors(there, block, size, 1, side)) : new int[side];
    }

    /** The squared differences in an overlap, {@code [along the cut][across it]}. */
    private static double[][] errors(
            float[][] there, float[][] block, BlockSize size, int alongStep, int acrossStep) {
        double[][] errors = new double[size.pixels()][size.overlap()];
        for (int along = 0; along < size.pixels(); along++) {
            for (int across = 0; across < size.overlap(); across++) {
                int pixel = along * alongStep + across * acrossStep;
                errors[along][across] = error(there, block, pixel);
            }
        }
        return errors;
    }

    private static double error(float[][] there, float[][] block, int pixel) {
        double sum = 0;
        for (int c = 0; c < block.length; c++) {
            double difference = block[c][pixel] - there[c][pixel];
            sum += difference * difference;
        }
        return sum;
    }

    /** Whether a pixel comes from the new block. */
    boolean isNew(int x, int y) {
        return x >= left[y] && y >= top[x];
    }

    /**
     * The path from the first to the last row with the smallest sum of errors, moving by at most
     * one column per row.
     *
     * @param errors {@code [rows][columns]}
     * @return the column of the path in each row
     */
    static int[] down(double[][] errors) {
        int rows = errors.length;
        int columns = errors[0].length;
        double[][] sums = new double[rows][];
        sums[0] = errors[0].clone();
        for (int y = 1; y < rows; y++) {
            sums[y] = new double[columns];
            for (int x = 0; x < columns; x++) {
                sums[y][x] = errors[y][x] + sums[y - 1][leastNear(sums[y - 1], x)];
            }
        }
        int[] path = new int[rows];
        path[rows - 1] = least(sums[rows - 1], 0, columns - 1);
        for (int y = rows - 2; y >= 0; y--) {
            path[y] = leastNear(sums[y], path[y + 1]);
        }
        return path;
    }

    private static int leastNear(double[] row, int x) {
        return least(row, Math.max(0, x - 1), Math.min(row.length - 1, x + 1));
    }

    private static int least(double[] row, int from, int to) {
        int found = from;
        for (int x = from + 1; x <= to; x++) {
            if (row[x] < row[found]) {
                found = x;
            }
        }
        return found;
    }
}
