package ikat.analysis;

import static java.util.stream.Collectors.joining;

import ikat.image.Exemplar;
import ikat.signal.FlatLight;
import ikat.signal.Plane;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The analysis of a picture before training.
 *
 * @param name file name of the picture
 * @param width columns
 * @param height rows
 * @param channels 1 (grey) or 3 (colour)
 * @param contrast standard deviation of the luminance, which is in [0, 1]
 * @param peaks waves that stand out in the spectrum, at most {@value #MOST_PEAKS}, the most useful
 *     for a generator first: the shortest of the lattice, then by strength; empty for a texture
 *     without order
 * @param periods the directions in which the picture repeats: none, one, or up to three of a
 *     lattice
 * @param isotropy 1 if no direction is preferred, 0 if all power lies in one
 * @param grain share of the variance at periods below six pixels, 0 to 1
 * @param element size of the typical element
 * @param homogeneity how much the parts of the picture differ
 * @param verdict whether the picture can be learned
 */
public record PictureReport(
        String name,
        int width,
        int height,
        int channels,
        double contrast,
        List<Peak> peaks,
        List<Period> periods,
        double isotropy,
        double grain,
        ElementSize element,
        Homogeneity homogeneity,
        Verdict verdict) {

    /** Most peaks of a report. */
    public static final int MOST_PEAKS = 8;

    private static final int LEAST_RADIUS = 16;

    public PictureReport {
        peaks = List.copyOf(peaks);
        periods = List.copyOf(periods);
    }

    /**
     * Analyses a picture; one that is refused has no peaks. Takes well under a second at any size.
     */
    public static PictureReport of(Exemplar picture) {
        Plane luminance = Plane.luminance(picture);
        return Verdict.refusal(picture)
                .map(reason -> refused(picture, luminance, reason))
                .orElseGet(() -> analysed(picture, luminance));
    }

    private static PictureReport refused(Exemplar picture, Plane luminance, String reason) {
        return new PictureReport(
                picture.name(),
                picture.width(),
                picture.height(),
                picture.channels(),
                luminance.deviation(),
                List.of(),
                List.of(),
                1,
                0,
                new ElementSize(picture.width(), picture.height()),
                new Homogeneity(0, 1, 1, 1, 0),
                new Verdict(Verdict.Kind.REFUSED, List.of(picture.name() + " " + reason + ".")));
    }

    private static PictureReport analysed(Exemplar picture, Plane luminance) {
        Plane plane = ColourDirections.principalPlane(picture);
        Spectrum spectrum = Spectrum.of(plane, Spectrum.WINDOW);
        PeakFinder finder = new PeakFinder(spectrum);
        List<Peak> byStrength = finder.peaks();
        WaveOrder waves = new WaveOrder(byStrength, spectrum.lobe() / 2, finder::expectedAt);
        List<Peak> fundamentals = waves.fundamentals();
        ElementSize element = ElementSize.of(plane, spectrum, waves);
        Homogeneity homogeneity = Homogeneity.of(plane, luminance, byStrength);
        return new PictureReport(
                picture.name(),
                picture.width(),
                picture.height(),
                picture.channels(),
                luminance.deviation(),
                waves.ordered().stream().limit(MOST_PEAKS).toList(),
                fundamentals.stream().map(Period::of).toList(),
                PowerDistribution.isotropy(spectrum),
                PowerDistribution.grain(spectrum),
                element,
                homogeneity,
                Verdict.warnings(
                        picture,
                        element,
                        homogeneity,
                        homogeneity.uniform() || homogeneity.drifts()
                                ? OptionalInt.empty()
                                : flattening(picture, element, byStrength)));
    }

    /**
     * The largest radius over which the light must be made even for the parts to be alike, if that
     * helps.
     */
    private static OptionalInt flattening(Exemplar picture, ElementSize element, List<Peak> waves) {
        int most = Math.min(picture.width(), picture.height()) / 4;
        int radius = (int) Math.min(most, Math.max(LEAST_RADIUS, 2 * element.decisive()));
        for (int tried : new int[] {radius, radius / 2}) {
            Exemplar flat = FlatLight.of(picture, tried);
            Plane plane = ColourDirections.principalPlane(flat);
            if (Homogeneity.of(plane, Plane.luminance(flat), waves).uniform()) {
                return OptionalInt.of(tried);
            }
        }
        return OptionalInt.empty();
    }

    /** The report for a person, beginning with the picture's name and ending with the verdict. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("picture", name));
        facts.add(
                Fact.of("size", "%dx%d px, %s", width, height, channels == 1 ? "grey" : "colour"));
        facts.add(Fact.of("contrast", "%.2f", contrast));
        if (!verdict.refuses()) {
            String lengths = periods.stream().map(Period::toString).collect(joining(", "));
            facts.add(new Fact("periods", periods.isEmpty() ? "none" : lengths));
            facts.add(Fact.of("elements", "about %.0fx%.0f px", element.width(), element.height()));
            facts.add(Fact.of("isotropy", "%.2f (1: no direction is preferred)", isotropy));
            facts.add(Fact.of("grain", "%.2f of the variance is finer than 6 px", grain));
            facts.add(new Fact("uniform", homogeneity.uniform() ? "yes" : "no"));
        }
        facts.addAll(verdict.facts());
        return facts;
    }

    /**
     * One of the directions in which a picture repeats.
     *
     * @param pixels distance from crest to crest
     * @param degrees direction across the crests, clockwise from the x axis (y points down), in
     *     [-90, 90]
     */
    public record Period(double pixels, double degrees) {

        static Period of(Peak peak) {
            return new Period(peak.period(), peak.degrees());
        }

        /** Such as {@code 21.3 px at 60°}; upright crests repeat at 0°, level ones at 90°. */
        @Override
        public String toString() {
            long rounded = Math.round(degrees);
            return String.format(
                    Locale.ROOT, "%.1f px at %d°", pixels, rounded == -90 ? 90 : rounded);
        }
    }

    /** How a spectrum's power is distributed over scales and directions. */
    private static final class PowerDistribution {

        /** Longer periods are not fine: a generator's last two stages draw shorter ones. */
        private static final double FINE_PIXELS = 6;

        private static final int SECTORS = 18;

        private PowerDistribution() {}

        /** The share of the power at periods below six pixels, 0 to 1. */
        static double grain(Spectrum spectrum) {
            double[] sums = new double[2]; // fine, all
            spectrum.forEachBin(
                    (u, v, times) -> {
                        double power = times * spectrum.power(u, v);
                        sums[1] += power;
                        if (Math.hypot(spectrum.fx(u), spectrum.fy(v)) * FINE_PIXELS > 1) {
                            sums[0] += power;
                        }
                    });
            return sums[1] > 0 ? sums[0] / sums[1] : 0;
        }

        /**
         * 1 if no direction is preferred, 0 if all power lies in one direction: the number of
         * directions in use (the exponential of the entropy over sectors of 10 degrees), scaled.
         */
        static double isotropy(Spectrum spectrum) {
            double[] sectors = new double[SECTORS];
            double[] total = new double[1];
            spectrum.forEachBin(
                    (u, v, times) -> {
                        double fx = spectrum.fx(u);
                        double fy = spectrum.fy(v);
                        double radius = Math.hypot(fx, fy);
                        if (radius > 1.5 * spectrum.lobe() && radius < 0.5 && (u > 0 || v > 0)) {
                            double power = radius * spectrum.power(u, v);
                            // centres the first sector on the x axis, for straight rows
                            double turn = Math.atan2(fy, fx) / Math.PI + 1 + 0.5 / SECTORS;
                            sectors[(int) (turn * SECTORS) % SECTORS] += power;
                            total[0] += power;
                        }
                    });
            return total[0] > 0 ? (Math.exp(entropy(sectors, total[0])) - 1) / (SECTORS - 1) : 1;
        }

        private static double entropy(double[] parts, double total) {
            double entropy = 0;
            for (double part : parts) {
                if (part > 0) {
                    entropy -= part / total * Math.log(part / total);
                }
            }
            return entropy;
        }
    }
}
