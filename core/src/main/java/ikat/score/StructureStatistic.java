package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.SteerableFilters;
import ikat.signal.SteerablePyramid;
import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of Portilla and Simoncelli (2000, section 2) on a complex steerable pyramid of the
 * main colour direction: what tells stones from noise with the stones' spectrum. All are
 * correlations or logarithms, so that none depends on a unit.
 */
final class StructureStatistic implements Statistic {

    private static final int ORIENTATIONS = 4;
    private static final int MOST_SCALES = 4;

    /** Pixels of the coarsest band's side. */
    private static final int LEAST_SIDE = 16;

    /** Correlations are taken over a square of 7x7. */
    private static final int REACH = 3;

    /** Of a correlation or a logarithm. */
    private static final double TOLERANCE = 0.01;

    private static final double UNSEEN = Levels.ONE / 4;

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
        SteerablePyramid pyramid = SteerablePyramid.of(swatch.main(), filters);
        Bands bands = Bands.of(pyramid, scales);
        return List.of(
                part(Respect.STATISTICS, "marginals", marginals(swatch.main(), pyramid, scales)),
                part(
                        Respect.STATISTICS,
                        "autocorrelation",
                        autocorrelation(swatch.main(), pyramid, scales)),
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
    private static List<Double> marginals(Plane main, SteerablePyramid pyramid, int scales) {
        List<Double> numbers = new ArrayList<>();
        for (int scale = 0; scale <= scales; scale++) {
            Samples samples = Samples.of(scale == 0 ? main : pyramid.lowpass(scale - 1));
            double variance = samples.moment(2) + UNSEEN * UNSEEN;
            numbers.add(Math.log(variance) / 2);
            numbers.add(samples.moment(3) / Math.pow(variance, 1.5));
            numbers.add(Math.log(samples.moment(4) / (variance * variance) + 1e-3));
        }
        return numbers;
    }

    private static List<Double> autocorrelation(Plane main, SteerablePyramid pyramid, int scales) {
        List<Double> numbers = new ArrayList<>();
        for (int scale = 0; scale <= scales; scale++) {
            addCorrelations(
                    Samples.of(scale == 0 ? main : pyramid.lowpass(scale - 1)).normalised(),
                    numbers);
        }
        return numbers;
    }

    /** The half of the square that is not told by the other half. */
    private static void addCorrelations(Samples normalised, List<Double> numbers) {
        for (int down = 0; down <= REACH; down++) {
            for (int right = down == 0 ? 1 : -REACH; right <= REACH; right++) {
                numbers.add(normalised.product(right, down));
            }
        }
    }

    /**
     * The oriented bands.
     *
     * @param raw {@code [scale][orientation]}
     * @param sizes magnitudes, {@code [scale][orientation]}
     * @param magnitudes the same normalised
     * @param parents {@code [scale][orientation]} at the pixels of the next finer scale; none of
     *     the finest
     */
    private record Bands(
            List<List<ComplexPlane>> raw,
            List<List<Samples>> sizes,
            List<List<Samples>> magnitudes,
            List<List<Parents>> parents) {

        static Bands of(SteerablePyramid pyramid, int scales) {
            List<List<ComplexPlane>> raw = new ArrayList<>();
            List<List<Samples>> sizes = new ArrayList<>();
            List<List<Samples>> magnitudes = new ArrayList<>();
            List<List<Parents>> parents = new ArrayList<>();
            for (int scale = 0; scale < scales; scale++) {
                List<ComplexPlane> bands = new ArrayList<>();
                List<Parents> coarse = new ArrayList<>();
                for (int orientation = 0; orientation < ORIENTATIONS; orientation++) {
                    bands.add(pyramid.band(scale, orientation));
                    if (scale > 0) {
                        coarse.add(Parents.of(pyramid.expandedBand(scale, orientation)));
                    }
                }
                raw.add(bands);
                parents.add(coarse);
                sizes.add(bands.stream().map(Samples::magnitudes).toList());
                magnitudes.add(sizes.get(scale).stream().map(Samples::normalised).toList());
            }
            return new Bands(raw, sizes, magnitudes, parents);
        }

        /** Logarithm of each band's mean magnitude, and how much it varies against that mean. */
        List<Double> energies() {
            List<Double> numbers = new ArrayList<>();
            for (List<Samples> scale : sizes) {
                for (Samples magnitude : scale) {
                    double mean = magnitude.mean() + UNSEEN;
                    numbers.add(Math.log(mean));
                    numbers.add(Math.log(Math.sqrt(magnitude.moment(2)) / mean + 0.01));
                }
            }
            return numbers;
        }

        List<Double> autocorrelations() {
            List<Double> numbers = new ArrayList<>();
            for (List<Samples> scale : magnitudes) {
                for (Samples band : scale) {
                    addCorrelations(band, numbers);
                }
            }
            return numbers;
        }

        List<Double> acrossOrientations() {
            List<Double> numbers = new ArrayList<>();
            for (List<Samples> scale : magnitudes) {
                for (int a = 0; a < ORIENTATIONS; a++) {
                    for (int b = 0; b < a; b++) {
                        numbers.add(scale.get(a).product(scale.get(b)));
                    }
                }
            }
            return numbers;
        }

        List<Double> acrossScales() {
            List<Double> numbers = new ArrayList<>();
            for (int scale = 0; scale + 1 < raw.size(); scale++) {
                for (Samples fine : magnitudes.get(scale)) {
                    for (Parents coarse : parents.get(scale + 1)) {
                        numbers.add(fine.product(coarse.magnitude()));
                    }
                }
            }
            return numbers;
        }

        /**
         * Real parts of a band with real and imaginary parts of the coarser band at twice its
         * phase: edges are told from lines, and light from below from light from above.
         */
        List<Double> phases() {
            List<Double> numbers = new ArrayList<>();
            for (int scale = 0; scale + 1 < raw.size(); scale++) {
                for (ComplexPlane fine : raw.get(scale)) {
                    double[] real = fine.real();
                    Samples child =
                            Samples.of(fine.width(), fine.height(), i -> real[i]).normalised();
                    for (Parents coarse : parents.get(scale + 1)) {
                        numbers.add(child.product(coarse.doubledReal()));
                        numbers.add(child.product(coarse.doubledImaginary()));
                    }
                }
            }
            return numbers;
        }
    }
}
