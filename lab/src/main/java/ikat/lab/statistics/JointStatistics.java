package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.SteerableFilters;
import java.util.ArrayList;
import java.util.List;

/**
 * Joint statistics of a texture in the model of Portilla and Simoncelli.
 *
 * @param pixels moments of the pixels, one per channel
 * @param channels mean products of the channels about their means, {@code [channel][channel]}
 * @param highs variance of the high-pass residual, one per channel
 * @param lows low-pass statistics {@code [scale][channel]}, with one scale more than the bands
 * @param scales statistics of the bands of each scale, finest first
 */
record JointStatistics(
        List<Moments> pixels,
        double[][] channels,
        double[] highs,
        List<List<LowStatistics>> lows,
        List<ScaleStatistics> scales) {

    /** Measures the statistics of planes {@code [channel][pixel]}. */
    static JointStatistics of(double[][] planes, SteerableFilters filters, Workers workers) {
        Layers layers = Layers.of(planes, filters, workers);
        double[] highs = new double[planes.length];
        double[][] centred = new double[planes.length][];
        List<Moments> pixels = new ArrayList<>();
        for (int c = 0; c < planes.length; c++) {
            pixels.add(Moments.of(planes[c]));
            highs[c] = Autocorrelation.variance(layers.high()[c]);
            centred[c] = planes[c].clone();
            Rows.centre(centred[c]);
        }
        List<List<LowStatistics>> lows = new ArrayList<>();
        List<ScaleStatistics> scales = new ArrayList<>();
        for (int scale = 0; scale <= filters.scales(); scale++) {
            List<LowStatistics> ofScale = new ArrayList<>();
            for (int c = 0; c < planes.length; c++) {
                ofScale.add(LowStatistics.of(layers.lows().get(scale)[c], filters.fourier(scale)));
            }
            lows.add(ofScale);
            if (scale < filters.scales()) {
                scales.add(ScaleStatistics.of(layers, scale, workers));
            }
        }
        return new JointStatistics(
                pixels, Correlations.of(centred, centred, workers), highs, lows, scales);
    }

    /**
     * The distance of other statistics from these: the root mean square of all differences, each
     * relative to its scale; 0 for equal statistics, about 1 for unrelated textures.
     */
    double distance(JointStatistics other) {
        return new StatisticsDistance(this, other).value();
    }

    /** Accumulates the differences from the wanted statistics, each normalised for contrast. */
    private static final class StatisticsDistance {

        /** Minimum scale of a difference; a channel's variance is 1. */
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

        /** Adds differences relative to the largest product of a band with a parent. */
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
}
