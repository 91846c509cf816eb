package ikat.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the waves that stand out of a spectrum. A bin is compared with the median power at its
 * distance from the centre and with the median around it, so that neither the grain of a texture
 * nor a preferred direction makes a peak; among what stands out, power times frequency decides, or
 * slow unevenness would always win.
 */
final class PeakFinder {

    /** Slower waves have less than two periods in a training patch. */
    static final double LONGEST_PERIOD = 80;

    static final double HIGHEST_FREQUENCY = 0.25;

    /** Peaks with a smaller part of the variance are artefacts of compression and the like. */
    static final double LEAST_SHARE = 0.002;

    /** A speckle of coloured noise holds as much of the variance as this many pixels do. */
    private static final double SPECKLE_PIXELS = 200;

    /** Three periods in a window: fewer are no repetition. */
    private static final double LEAST_LOBES = 1.5;

    private static final int MOST_PEAKS = 40;
    private static final double NEIGHBOURHOOD = 2;
    private static final double WIDEST_NEIGHBOURHOOD = 6;

    /** A bin of noise exceeds n medians once in 2^n: one spurious peak in 2^14 pictures. */
    private static final double CERTAINTY = 14;

    private static final double EXPECTED_PROMINENCE = 8;

    private record Bin(int u, int v, double weight, double prominence) {}

    /**
     * A peak that was taken, and how far it reaches: a blurred one has slopes that are no peaks.
     */
    private record Taken(Bin bin, double reachLobes) {}

    private final Spectrum spectrum;
    private final Surroundings surroundings;
    private final PeakShape shape;
    private final double threshold;

    PeakFinder(Spectrum spectrum) {
        this.spectrum = spectrum;
        surroundings = new Surroundings(spectrum);
        shape = new PeakShape(spectrum);
        double independentBins =
                Math.PI
                        / 2
                        * HIGHEST_FREQUENCY
                        * HIGHEST_FREQUENCY
                        * (4 * spectrum.columns() * spectrum.rows())
                        / (spectrum.lobeColumns() * spectrum.lobeRows());
        threshold = CERTAINTY + Math.log(Math.max(2, independentBins)) / Math.log(2);
    }

    /** All peaks, the greatest power times frequency first, none on the slopes of a greater one. */
    List<Peak> peaks() {
        List<Taken> kept = new ArrayList<>();
        List<Peak> peaks = new ArrayList<>();
        for (Bin bin : candidates()) {
            if (peaks.size() == MOST_PEAKS || kept.stream().anyMatch(k -> near(k, bin))) {
                continue;
            }
            Peak peak = shape.at(bin.u, bin.v, bin.prominence);
            if (peak.share() >= Math.max(LEAST_SHARE, SPECKLE_PIXELS / spectrum.windowArea())) {
                kept.add(new Taken(bin, reach(peak)));
                peaks.add(peak);
            }
        }
        return peaks;
    }

    /**
     * The peak at a frequency where other peaks let one expect it. It may be weaker than one found
     * by searching, as there are fewer places for chance.
     */
    Optional<Peak> expectedAt(double fx, double fy) {
        int u0 = (int) Math.round(fx * spectrum.columns());
        int v0 = (int) Math.round(fy * spectrum.rows());
        int reachU = (int) (spectrum.lobeColumns() / 2);
        int reachV = (int) (spectrum.lobeRows() / 2);
        int u = u0;
        int v = v0;
        for (int a = u0 - reachU; a <= u0 + reachU; a++) {
            for (int b = v0 - reachV; b <= v0 + reachV; b++) {
                if (spectrum.power(a, b) > spectrum.power(u, v)) {
                    u = a;
                    v = b;
                }
            }
        }
        double prominence = surroundings.prominence(u, v, EXPECTED_PROMINENCE);
        if (!inRange(u, v) || !spectrum.isSummit(u, v) || prominence < EXPECTED_PROMINENCE) {
            return Optional.empty();
        }
        return Optional.of(shape.at(u, v, prominence)).filter(peak -> peak.share() >= LEAST_SHARE);
    }

    private List<Bin> candidates() {
        List<Bin> found = new ArrayList<>();
        int most = (int) (HIGHEST_FREQUENCY * spectrum.rows());
        for (int u = 0; u <= HIGHEST_FREQUENCY * spectrum.columns(); u++) {
            for (int v = u == 0 ? 1 : -most; v <= most; v++) {
                if (inRange(u, v) && spectrum.isSummit(u, v)) {
                    double radius = Math.hypot(spectrum.fx(u), spectrum.fy(v));
                    double prominence = surroundings.prominence(u, v, threshold);
                    if (prominence >= threshold) {
                        found.add(new Bin(u, v, spectrum.power(u, v) * radius, prominence));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Bin::weight).reversed());
        return found;
    }

    private boolean inRange(int u, int v) {
        double radius = Math.hypot(spectrum.fx(u), spectrum.fy(v));
        double lowest = Math.max(1 / LONGEST_PERIOD, LEAST_LOBES * spectrum.lobe());
        return radius >= lowest && radius < HIGHEST_FREQUENCY;
    }

    private static double reach(Peak peak) {
        return Math.min(WIDEST_NEIGHBOURHOOD, NEIGHBOURHOOD / peak.sharpness());
    }

    private boolean near(Taken taken, Bin bin) {
        Bin other = taken.bin;
        return spectrum.lobes(other.u - bin.u, other.v - bin.v) < taken.reachLobes
                || spectrum.lobes(other.u + bin.u, other.v + bin.v) < taken.reachLobes;
    }

    /** What the power of a bin is measured against. */
    private static final class Surroundings {

        private static final double INNER = 1.25;
        private static final double OUTER = 4;

        private final Spectrum spectrum;
        private final RadialProfile profile;

        Surroundings(Spectrum spectrum) {
            this.spectrum = spectrum;
            profile = RadialProfile.of(spectrum);
        }

        /**
         * Power over the greater of both medians; 0 where it is certain to lie below {@code
         * threshold}.
         */
        double prominence(int u, int v, double threshold) {
            double ratio = relative(u, v);
            return ratio < threshold ? 0 : ratio / Math.max(1, medianAround(u, v));
        }

        private double relative(int u, int v) {
            return spectrum.power(u, v) / profile.at(Math.hypot(spectrum.fx(u), spectrum.fy(v)));
        }

        private double medianAround(int u, int v) {
            int reachU = (int) Math.ceil(OUTER * spectrum.lobeColumns());
            int reachV = (int) Math.ceil(OUTER * spectrum.lobeRows());
            double[] samples = new double[(2 * reachU + 1) * (2 * reachV + 1)];
            int count = 0;
            for (int du = -reachU; du <= reachU; du++) {
                for (int dv = -reachV; dv <= reachV; dv++) {
                    double lobes = spectrum.lobes(du, dv);
                    if (lobes >= INNER && lobes <= OUTER) {
                        samples[count++] = relative(u + du, v + dv);
                    }
                }
            }
            Arrays.sort(samples, 0, count);
            return samples[count / 2];
        }
    }
}
