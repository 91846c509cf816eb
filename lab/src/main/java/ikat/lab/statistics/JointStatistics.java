package ikat.lab.statistics;

import ikat.lab.method.Crew;
import ikat.signal.SteerableFilters;
import java.util.ArrayList;
import java.util.List;

/**
 * All that Portilla and Simoncelli's model keeps of a texture.
 *
 * @param pixels one a channel
 * @param channels mean products of the channels about their means, {@code [channel][channel]}
 * @param highs variance above all bands, one a channel
 * @param lows {@code [scale][channel]}, one scale more than bands
 * @param scales finest first
 */
record JointStatistics(
        List<Moments> pixels,
        double[][] channels,
        double[] highs,
        List<List<LowStatistics>> lows,
        List<ScaleStatistics> scales) {

    /** The statistics of planes, {@code [channel][pixel]}. */
    static JointStatistics of(double[][] planes, SteerableFilters filters, Crew crew) {
        Layers layers = Layers.of(planes, filters, crew);
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
                scales.add(ScaleStatistics.of(layers, scale, crew));
            }
        }
        return new JointStatistics(
                pixels, Correlations.of(centred, centred, crew), highs, lows, scales);
    }

    /**
     * How far other statistics are from these: the root of the mean square of all differences, each
     * relative to the size that it can have. 0 for the same; about 1 for unrelated textures.
     */
    double distance(JointStatistics other) {
        return new StatisticsDistance(this, other).value();
    }
}
