package ikat.score;

import ikat.analysis.PictureReport;
import ikat.analysis.PrincipalAxis;
import ikat.image.Exemplar;
import ikat.score.Comparison.PartRatio;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores pictures against one exemplar, whose own noise floor is measured once: how far disjoint
 * swatches of it are from each other. Thread-safe.
 */
public final class Scorer {

    private static final int COLOURS = 3;

    private final double[] axis;
    private final int side;
    private final List<Comparison> comparisons;
    private final Detectors detectors;

    private Scorer(Exemplar exemplar) {
        side = Swatches.side(exemplar);
        Exemplar coloured = exemplar.withChannels(COLOURS);
        axis = PrincipalAxis.of(coloured);
        List<Swatch> swatches = Swatches.of(coloured, axis, side);
        comparisons =
                statistics(PictureReport.of(exemplar), side).stream()
                        .map(statistic -> new Comparison(statistic, swatches))
                        .toList();
        detectors = new Detectors(coloured, axis);
    }

    private static List<Statistic> statistics(PictureReport report, int side) {
        List<Statistic> statistics = new ArrayList<>();
        statistics.add(new StructureStatistic(side));
        statistics.add(new PatchStatistic());
        statistics.add(new SpectrumStatistic());
        if (!report.peaks().isEmpty()) {
            statistics.add(new LatticeStatistic(report.peaks()));
        }
        statistics.add(new ColourStatistic());
        return statistics;
    }

    /**
     * A scorer for an exemplar.
     *
     * @throws IllegalArgumentException if the picture is too small to be compared with; the message
     *     is one sentence for the user
     */
    public static Scorer of(Exemplar exemplar) {
        return new Scorer(exemplar);
    }

    /**
     * Scores a texture by pictures of it.
     *
     * @param candidates pictures of one texture made with different seeds, at least one; grey and
     *     colour may be mixed
     * @throws IllegalArgumentException if a picture is too small
     */
    public Score score(List<Exemplar> candidates) {
        return score(candidates, Wraps.NONE);
    }

    /**
     * Scores a texture by pictures of it that are said to wrap.
     *
     * @throws IllegalArgumentException if a picture is too small
     */
    public Score score(List<Exemplar> candidates, Wraps wraps) {
        List<Exemplar> coloured =
                candidates.stream().map(picture -> picture.withChannels(COLOURS)).toList();
        List<Ratio> ratios = Ratios.of(parts(coloured));
        return new Score(overall(ratios), ratios, detectors.findings(coloured, wraps));
    }

    /**
     * The overall figure alone, without looking for faults: a fraction of the time.
     *
     * @throws IllegalArgumentException if a picture is too small
     */
    public double overall(Exemplar candidate) {
        return overall(Ratios.of(parts(List.of(candidate.withChannels(COLOURS)))));
    }

    private static double overall(List<Ratio> ratios) {
        return GeometricMean.of(
                ratios.stream().filter(Ratio::counts).mapToDouble(Ratio::value).toArray());
    }

    private List<PartRatio> parts(List<Exemplar> coloured) {
        List<Swatch> swatches = new ArrayList<>();
        for (Exemplar picture : coloured) {
            swatches.addAll(Swatches.of(picture, axis, side));
        }
        List<PartRatio> parts = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            parts.addAll(comparison.ratios(swatches));
        }
        return parts;
    }
}
