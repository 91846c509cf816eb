package ikat.score;

/** The mean for ratios. */
final class GeometricMean {

    private GeometricMean() {}

    /**
     * The mean of ratios; 1 of none. Those below 1 count as 1: to be closer to the exemplar than
     * its own parts are to each other is memory, not merit, and makes nothing else good.
     */
    static double of(double[] ratios) {
        double sum = 0;
        for (double ratio : ratios) {
            sum += Math.log(Math.max(1, ratio));
        }
        return Math.exp(sum / Math.max(1, ratios.length));
    }
}
