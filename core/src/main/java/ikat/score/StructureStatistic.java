package ikat.score;

import ikat.signal.SteerableFilters;
import ikat.signal.SteerablePyramid;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of Portilla and Simoncelli (2000, section 2) on a complex steerable pyramid of the
 * main colour direction: they distinguish stones from noise of the same spectrum. All are
 * correlations or logarithms, and so without unit.
 */
final class StructureStatistic implements Statistic {

    static final int ORIENTATIONS = 4;
    private static final int MOST_SCALES = 4;

    /** Pixels of the coarsest band's side. */
    private static final int LEAST_SIDE = 16;

    /** Correlations are taken over a square of 7x7. */
    private static final int REACH = 3;

    /** Of a correlation or a logarithm. */
    private static final double TOLERANCE = 0.01;

    static final double UNSEEN = LEVEL / 4;

    private final int scales;
    private final SteerableFilters filters;

    /**
     * @param side of the swatches, in pixels
     */
    StructureStatistic(int side) {
        int most = 1;
        while (most < MOST_SCALES && side >> most >= LEAST_SIDE) {
            most++;
        }
        scales = most;
        filters = new SteerableFilters(side, side, scales, ORIENTATIONS);
    }

    @Override
    public List<Part> parts(Swatch swatch) {
        SteerablePyramid pyramid = new SteerablePyramid(swatch.main(), filters);
        Bands bands = Bands.of(pyramid, scales);
        List<Samples> lows = new ArrayList<>();
        lows.add(Samples.of(swatch.main()));
        for (int scale = 0; scale < scales; scale++) {
            lows.add(Samples.of(pyramid.lowpass(scale)));
        }
        return List.of(
                part(Respect.STATISTICS, "marginals", marginals(lows)),
                part(Respect.STATISTICS, "autocorrelation", autocorrelation(lows)),
                part(Respect.STATISTICS, "energies", bands.energies()),
                part(Respect.STRUCTURE, "magnitude autocorrelation", bands.autocorrelations()),
                part(Respect.STRUCTURE, "orientations", bands.acrossOrientations()),
                part(Respect.STRUCTURE, "scales", bands.acrossScales()),
                part(Respect.STRUCTURE, "phase", bands.phases()));
    }

    private static Part part(Respect respect, String name, List<Double> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).floatValue();
        }
        return new Part(respect, name, values, TOLERANCE);
    }

    /** Spread, skewness and kurtosis of the pixels and of the low-pass images. */
    private static List<Double> marginals(List<Samples> lows) {
        List<Double> numbers = new ArrayList<>();
        for (Samples samples : lows) {
            double variance = samples.moment(2) + UNSEEN * UNSEEN;
            numbers.add(Math.log(variance) / 2);
            numbers.add(samples.moment(3) / Math.pow(variance, 1.5));
            numbers.add(Math.log(samples.moment(4) / (variance * variance) + 1e-3));
        }
        return numbers;
    }

    private static List<Double> autocorrelation(List<Samples> lows) {
        List<Double> numbers = new ArrayList<>();
        lows.forEach(low -> addCorrelations(low.normalised(), numbers));
        return numbers;
    }

    /** Adds the half of the square that the other half mirrors. */
    static void addCorrelations(Samples normalised, List<Double> numbers) {
        for (int down = 0; down <= REACH; down++) {
            for (int right = down == 0 ? 1 : -REACH; right <= REACH; right++) {
                numbers.add(normalised.product(right, down));
            }
        }
    }
}
