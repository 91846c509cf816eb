package ikat.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the waves that stand out in a spectrum. A bin is compared with the median power at its
 * distance from the centre and with the median around it, so that neither the grain of a texture
 * nor a preferred direction makes a peak; among what stands out, power times frequency decides, as
 * slow unevenness would win otherwise.
 */
final class PeakFinder {

    /** Slower waves have less than two periods in a training patch. */
    static final double LONGEST_PERIOD = 80;

    static final double HIGHEST_FREQUENCY = 0.25;

    /** Peaks with less of the variance are artefacts, as of compression. */
    static final double LEAST_SHARE = 0.002;

    /** A speckle of coloured noise holds as much of the variance as this many pixels do. */
    private static final double SPECKLE_PIXELS = 200;

    /** Three periods per window: fewer are not a repetition. */
    private static final double LEAST_LOBES = 1.5;

    private static final int MOST_PEAKS = 40;
    private static final double NEIGHBOURHOOD = 2;
    private static final double WIDEST_NEIGHBOURHOOD = 6;

    /** A bin of noise exceeds n medians once in 2^n: one spurious peak in 2^14 pictures. */
    private static final double CERTAINTY = 14;

    private static final double EXPECTED_PROMINENCE = 8;

    /** Noise bandwidth of a Hann window in each direction, in half main lobes (1.5 bins of 2). */
    private static final double HANN_WIDTH = 0.75;

    /** Half main lobes around a summit whose power belongs to the peak. */
    private static final double MASS_REACH = 1.75;

    private record Bin(int u, int v, double weight, double prominence) {}

    /** An accepted peak and its reach: the slopes of a blurred one are not peaks. */
    private record Taken(Bin bin, double reachLobes) {}

    private final Spectrum spectrum;
    private final Background background;
    private final double total;
    private final double threshold;

    PeakFinder(Spectrum spectrum) {
        this.spectrum = spectrum;
        background = new Background(spectrum);
        total = Math.max(spectrum.total(), Double.MIN_NORMAL);
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
        double windowArea = (double) spectrum.windowColumns() * spectrum.windowRows();
        for (Bin bin : candidates()) {
            if (peaks.size() == MOST_PEAKS || kept.stream().anyMatch(k -> near(k, bin))) {
                continue;
            }
            Peak peak = peakAt(bin.u, bin.v, bin.prominence);
            if (peak.share() >= Math.max(LEAST_SHARE, SPECKLE_PIXELS / windowArea)) {
                kept.add(new Taken(bin, reach(peak)));
                peaks.add(peak);
            }
        }
        return peaks;
    }

    /**
     * The peak at a frequency where others suggest one. It may be weaker than one found by
     * searching, as there are fewer places for chance.
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
        double prominence = background.prominence(u, v, EXPECTED_PROMINENCE);
        if (!inRange(u, v) || !spectrum.isSummit(u, v) || prominence < EXPECTED_PROMINENCE) {
            return Optional.empty();
        }
        return Optional.of(peakAt(u, v, prominence)).filter(peak -> peak.share() >= LEAST_SHARE);
    }

    private List<Bin> candidates() {
        List<Bin> found = new ArrayList<>();
        int most = (int) (HIGHEST_FREQUENCY * spectrum.rows());
        for (int u = 0; u <= HIGHEST_FREQUENCY * spectrum.columns(); u++) {
            for (int v = u == 0 ? 1 : -most; v <= most; v++) {
                if (inRange(u, v) && spectrum.isSummit(u, v)) {
                    double radius = Math.hypot(spectrum.fx(u), spectrum.fy(v));
                    double prominence = background.prominence(u, v, threshold);
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

    /** The peak whose highest bin is {@code u, v}. */
    private Peak peakAt(int u, int v, double prominence) {
        double summit = spectrum.power(u, v);
        double across = vertex(spectrum.power(u - 1, v), summit, spectrum.power(u + 1, v));
        double down = vertex(spectrum.power(u, v - 1), summit, spectrum.power(u, v + 1));
        double mass = mass(u, v, summit / prominence);
        double regular = HANN_WIDTH * HANN_WIDTH * spectrum.lobeColumns() * spectrum.lobeRows();
        double sharpness = Math.min(1, Math.sqrt(regular * summit / mass));
        double share = Math.min(1, 2 * mass / total);
        return Peak.of(
                spectrum.fx(u + across), spectrum.fy(v + down), share, prominence, sharpness);
    }

    /** The highest point of the parabola through three logarithms, relative to the middle one. */
    private static double vertex(double before, double summit, double after) {
        double a = Math.log(before + 1e-300);
        double b = Math.log(summit + 1e-300);
        double c = Math.log(after + 1e-300);
        double curvature = a - 2 * b + c;
        return curvature < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (a - c) / curvature)) : 0;
    }

    /** Power around the summit above a level, that of the background. */
    private double mass(int u, int v, double level) {
        int reachU = (int) Math.ceil(MASS_REACH * spectrum.lobeColumns());
        int reachV = (int) Math.ceil(MASS_REACH * spectrum.lobeRows());
        double summit = spectrum.power(u, v);
        double mass = 0;
        for (int du = -reachU; du <= reachU; du++) {
            for (int dv = -reachV; dv <= reachV; dv++) {
                if (spectrum.lobes(du, dv) <= MASS_REACH) {
                    // beside a greater peak, its slope does not count
                    double power = Math.min(summit, spectrum.power(u + du, v + dv));
                    mass += Math.max(0, power - level);
                }
            }
        }
        return mass;
    }
}
