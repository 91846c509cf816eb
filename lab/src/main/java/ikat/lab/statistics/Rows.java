package ikat.lab.statistics;

/** Operations on rows of numbers, one for each band or channel. */
final class Rows {

    private Rows() {}

    static double mean(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum / row.length;
    }

    static void shift(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] += by;
        }
    }

    /** Subtracts the mean and returns it. */
    static double centre(double[] row) {
        double mean = mean(row);
        shift(row, -mean);
        return mean;
    }

    /** The mean of the squares. */
    static double power(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        return sum / row.length;
    }
}
