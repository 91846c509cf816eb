package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.SteerablePyramid;
import java.util.ArrayList;
import java.util.List;

/**
 * The oriented bands of a pyramid and their statistics.
 *
 * @param raw {@code [scale][orientation]}
 * @param sizes magnitudes, {@code [scale][orientation]}
 * @param magnitudes the same normalised
 * @param parents {@code [scale][orientation]} at the pixels of the next finer scale; none of the
 *     finest
 */
record Bands(
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
            for (int orientation = 0;
                    orientation < StructureStatistic.ORIENTATIONS;
                    orientation++) {
                bands.add(pyramid.band(scale, orientation));
                if (scale > 0) {
                    coarse.add(Parents.of(pyramid.expandedBand(scale, orientation)));
                }
            }
            raw.add(bands);
            parents.add(coarse);
            sizes.add(bands.stream().map(band -> samples(band, band.magnitudes())).toList());
            magnitudes.add(sizes.get(scale).stream().map(Samples::normalised).toList());
        }
        return new Bands(raw, sizes, magnitudes, parents);
    }

    private static Samples samples(ComplexPlane plane, double[] values) {
        return Samples.inside(plane.width(), plane.height(), values);
    }

    /** Logarithm of each band's mean magnitude, and of its relative deviation. */
    List<Double> energies() {
        List<Double> numbers = new ArrayList<>();
        for (List<Samples> scale : sizes) {
            for (Samples magnitude : scale) {
                double mean = magnitude.mean() + StructureStatistic.UNSEEN;
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
                StructureStatistic.addCorrelations(band, numbers);
            }
        }
        return numbers;
    }

    List<Double> acrossOrientations() {
        List<Double> numbers = new ArrayList<>();
        for (List<Samples> scale : magnitudes) {
            for (int a = 0; a < StructureStatistic.ORIENTATIONS; a++) {
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
     * Real parts of a band with real and imaginary parts of the coarser band at twice its phase,
     * which separate edges from lines and light from below from light from above.
     */
    List<Double> phases() {
        List<Double> numbers = new ArrayList<>();
        for (int scale = 0; scale + 1 < raw.size(); scale++) {
            for (ComplexPlane fine : raw.get(scale)) {
                Samples child = samples(fine, fine.real()).normalised();
                for (Parents coarse : parents.get(scale + 1)) {
                    numbers.add(child.product(coarse.doubledReal()));
                    numbers.add(child.product(coarse.doubledImaginary()));
                }
            }
        }
        return numbers;
    }

    /**
     * A coarse band at the pixels of the next finer one, normalised.
     *
     * @param magnitude of the band
     * @param doubledReal real part after its phase was doubled: a structure seen at both scales
     *     then turns at the finer band's rate
     * @param doubledImaginary imaginary part of the same
     */
    private record Parents(Samples magnitude, Samples doubledReal, Samples doubledImaginary) {

        /** Of a coarse band that was expanded. */
        static Parents of(ComplexPlane expanded) {
            double[] magnitudes = expanded.magnitudes();
            ComplexPlane doubled = expanded.phaseDoubled(magnitudes);
            return new Parents(
                    samples(expanded, magnitudes).normalised(),
                    samples(expanded, doubled.real()).normalised(),
                    samples(expanded, doubled.imaginary()).normalised());
        }
    }
}
