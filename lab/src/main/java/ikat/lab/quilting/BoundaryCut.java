package ikat.lab.quilting;

/**
 * The path through an overlap along which old and new differ least (Efros and Freeman 2001, section
 * 2.1).
 */
final class BoundaryCut {

    private BoundaryCut() {}

    /**
     * The path from the first to the last row with the smallest sum of errors, moving by at most
     * one column a row.
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
