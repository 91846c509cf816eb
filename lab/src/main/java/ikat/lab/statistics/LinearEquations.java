package ikat.lab.statistics;

/** Few linear equations with as many unknowns, by Gauss's elimination. */
final class LinearEquations {

    private LinearEquations() {}

    /**
     * The unknowns for which each row times them is the right side; both arguments are overwritten.
     */
    static double[] solve(double[][] rows, double[] right) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            swap(rows, right, column, pivot(rows, column));
            for (int row = column + 1; row < n; row++) {
                double factor = rows[row][column] / rows[column][column];
                for (int k = column; k < n; k++) {
                    rows[row][k] -= factor * rows[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        double[] unknowns = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < n; k++) {
                sum -= rows[row][k] * unknowns[k];
            }
            unknowns[row] = sum / rows[row][row];
        }
        return unknowns;
    }

    private static int pivot(double[][] rows, int column) {
        int pivot = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                pivot = row;
            }
        }
        return pivot;
    }

    private static void swap(double[][] rows, double[] right, int a, int b) {
        double[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
        double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }
}
