package ikat.lab.statistics;

import java.util.List;

/** Sums up how far statistics are from wanted ones, each made independent of the contrast. */
final class StatisticsDistance {

    /** Of the variance of a channel, which is 1: what is less is not told apart from nothing. */
    private static final double LEAST = 1e-4;

    private double squares;
    private long count;

    StatisticsDistance(JointStatistics wanted, JointStatistics made) {
        for (int c = 0; c < wanted.pixels().size(); c++) {
            addMoments(wanted.pixels().get(c), made.pixels().get(c));
            add(wanted.highs()[c], made.highs()[c], wanted.highs()[c]);
        }
        addProducts(wanted.channels(), made.channels());
        for (int s = 0; s < wanted.lows().size(); s++) {
            addLows(wanted.lows().get(s), made.lows().get(s));
        }
        for (int s = 0; s < wanted.scales().size(); s++) {
            addScale(wanted.scales().get(s), made.scales().get(s));
        }
    }

    double value() {
        return Math.sqrt(squares / count);
    }

    private void add(double wanted, double made, double size) {
        double difference = (made - wanted) / Math.max(size, LEAST);
        squares += difference * difference;
        count++;
    }

    private void addMoments(Moments wanted, Moments made) {
        double deviation = Math.sqrt(wanted.variance());
        add(wanted.mean(), made.mean(), deviation);
        add(wanted.variance(), made.variance(), wanted.variance());
        add(wanted.skewness(), made.skewness(), 1);
        add(wanted.kurtosis(), made.kurtosis(), wanted.kurtosis());
        add(wanted.least(), made.least(), deviation);
        add(wanted.most(), made.most(), deviation);
    }

    private void addLows(List<LowStatistics> wanted, List<LowStatistics> made) {
        for (int c = 0; c < wanted.size(); c++) {
            LowStatistics one = wanted.get(c);
            LowStatistics other = made.get(c);
            addSamples(one.autocorrelation(), other.autocorrelation());
            add(one.skewness(), other.skewness(), 1);
            add(one.kurtosis(), other.kurtosis(), one.kurtosis());
        }
    }

    private void addScale(ScaleStatistics wanted, ScaleStatistics made) {
        for (int b = 0; b < wanted.magnitudeMeans().length; b++) {
            double mean = wanted.magnitudeMeans()[b];
            add(mean, made.magnitudeMeans()[b], mean);
            addSamples(wanted.autocorrelations()[b], made.autocorrelations()[b]);
        }
        addProducts(wanted.magnitudes(), made.magnitudes());
        addProducts(wanted.reals(), made.reals());
        addCrossed(wanted.magnitudesWithParents(), made.magnitudesWithParents());
        addCrossed(wanted.realsWithParents(), made.realsWithParents());
    }

    private void addSamples(double[] wanted, double[] made) {
        double variance = Autocorrelation.variance(wanted);
        for (int i = 0; i < wanted.length; i++) {
            add(wanted[i], made[i], variance);
        }
    }

    private void addProducts(double[][] wanted, double[][] made) {
        for (int i = 0; i < wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                add(wanted[i][j], made[i][j], Math.sqrt(wanted[i][i] * wanted[j][j]));
            }
        }
    }

    /** Relative to the strongest tie between a band and a parent. */
    private void addCrossed(double[][] wanted, double[][] made) {
        double strongest = 0;
        for (double[] row : wanted) {
            for (double value : row) {
                strongest = Math.max(strongest, Math.abs(value));
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            for (int j = 0; j < wanted[i].length; j++) {
                add(wanted[i][j], made[i][j], strongest);
            }
        }
    }
}
