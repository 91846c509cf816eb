package ikat.score;

import ikat.analysis.ColourDirections;
import ikat.analysis.Peak;
import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.io.Interrupts;
import ikat.score.Comparison.PartRatio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores pictures against one exemplar. The noise floor, the distance between disjoint swatches of
 * the exemplar, is measured once. Thread-safe.
 */
public final class Scorer {

    private static final int COLOURS = 3;

    private final double[] axis;
    private final int side;
    private final List<Comparison> comparisons;
    private final Detectors detectors;
    private final List<Peak> peaks;
    private final Exemplar exemplar;
    private @Nullable TwoSampleTest energies; // made when first needed, like the next
    private @Nullable TwoSampleTest words;
    private @Nullable List<Elements> elements; // none or one

    /**
     * Creates a scorer for an exemplar.
     *
     * @throws IllegalArgumentException if the picture is too small; one sentence for the user
     */
    public Scorer(Exemplar exemplar) {
        side = Swatch.side(exemplar);
        Exemplar coloured = exemplar.withChannels(COLOURS);
        this.exemplar = coloured;
        axis = ColourDirections.principal(coloured);
        List<Swatch> swatches = Swatch.of(coloured, axis, side);
        PictureReport report = PictureReport.of(exemplar);
        peaks = report.peaks();
        comparisons =
                statistics(report, side).stream()
                        .map(statistic -> new Comparison(statistic, swatches))
                        .toList();
        detectors = new Detectors(coloured, axis);
    }

    private static List<Statistic> statistics(PictureReport report, int side) {
        List<Statistic> statistics = new ArrayList<>();
        statistics.add(new StructureStatistic(side));
        statistics.add(new SlicedStatistic());
        statistics.add(new SpectrumStatistic());
        if (!report.peaks().isEmpty()) {
            statistics.add(new LatticeStatistic(report.peaks()));
        }
        return statistics;
    }

    /**
     * Scores a texture by pictures of it.
     *
     * @param candidates pictures of one texture made with different seeds, at least one; grey and
     *     colour may be mixed
     * @param wraps edges at which the pictures are said to join
     * @throws IllegalArgumentException if a picture is too small
     */
    public Score score(List<Exemplar> candidates, Wraps wraps) {
        List<Exemplar> coloured =
                candidates.stream().map(picture -> picture.withChannels(COLOURS)).toList();
        List<Ratio> ratios = Score.ratios(parts(coloured));
        return new Score(
                Score.overall(ratios),
                ratios,
                detectors.findings(coloured, wraps),
                List.of(energies().of(coloured), words().of(coloured)),
                elements(coloured));
    }

    /**
     * How well oriented energies tell a picture from the exemplar.
     *
     * @throws IllegalArgumentException if the picture is too small
     */
    public ToldApart toldApart(Exemplar candidate) {
        return energies().of(List.of(candidate.withChannels(COLOURS)));
    }

    /** The share of a picture's patches that are found in the exemplar all but as they are. */
    public double copied(Exemplar candidate) {
        return detectors.copied(candidate.withChannels(COLOURS));
    }

    private synchronized List<ElementFigure> elements(List<Exemplar> coloured) {
        if (elements == null) {
            elements = Elements.of(detectors.main(exemplar), peaks);
        }
        return elements.stream()
                .flatMap(
                        own ->
                                own
                                        .figures(coloured.stream().map(detectors::main).toList())
                                        .stream())
                .toList();
    }

    private synchronized TwoSampleTest energies() {
        if (energies == null) {
            energies = TwoSampleTest.energies(exemplar);
        }
        return energies;
    }

    private synchronized TwoSampleTest words() {
        if (words == null) {
            words = TwoSampleTest.words(exemplar);
        }
        return words;
    }

    /**
     * The overall figure alone, without detectors and observers, in a fraction of the time.
     *
     * @throws IllegalArgumentException if a picture is too small
     */
    public double overall(Exemplar candidate) {
        return Score.overall(Score.ratios(parts(List.of(candidate.withChannels(COLOURS)))));
    }

    private List<PartRatio> parts(List<Exemplar> coloured) {
        List<Swatch> swatches = new ArrayList<>();
        for (Exemplar picture : coloured) {
            Interrupts.check();
            swatches.addAll(Swatch.of(picture, axis, side));
        }
        List<PartRatio> parts = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            Interrupts.check();
            parts.addAll(comparison.ratios(swatches));
        }
        return parts;
    }
}
