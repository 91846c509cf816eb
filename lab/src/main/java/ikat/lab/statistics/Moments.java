package ikat.lab.statistics;

/**
 * Moments and range of the numbers of a plane.
 *
 * @param mean of all numbers
 * @param variance about the mean
 * @param skewness third standardised moment
 * @param kurtosis fourth standardised moment; 3 for a normal distribution
 * @param least smallest number
 * @param most largest number
 */
record Moments(
        double mean, double variance, double skewness, double kurtosis, double least, double most) {

    static Moments of(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / values.length;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double offset = value - mean;
            double square = offset * offset;
            second += square;
            third += square * offset;
            fourth += square * square;
        }
        double variance = second / values.length;
        if (variance <= 0) {
            return new Moments(mean, 0, 0, 3, least, most);
        }
        double skewness = third / values.length / Math.pow(variance, 1.5);
        double kurtosis = fourth / values.length / (variance * variance);
        return new Moments(mean, variance, skewness, kurtosis, least, most);
    }
}
