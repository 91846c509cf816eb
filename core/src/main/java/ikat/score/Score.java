package ikat.score;

import ikat.score.Comparison.PartRatio;
import ikat.score.Statistic.Respect;
import java.util.ArrayList;
import java.util.List;

/**
 * The score of candidates against an exemplar.
 *
 * @param overall geometric mean of the ratios that count; 1 for candidates as close to the exemplar
 *     as its own parts are
 * @param ratios one for each respect
 * @param findings results of the detectors
 * @param toldApart how well observers tell the candidates from the exemplar; the first may select,
 *     the second only reports
 * @param elements how much elements on a lattice differ; empty without one
 */
public record Score(
        double overall,
        List<Ratio> ratios,
        List<Finding> findings,
        List<ToldApart> toldApart,
        List<ElementFigure> elements) {

    /** A score of a texture without a lattice. */
    public Score(
            double overall, List<Ratio> ratios, List<Finding> findings, List<ToldApart> toldApart) {
        this(overall, ratios, findings, toldApart, List.of());
    }

    public Score {
        ratios = List.copyOf(ratios);
        findings = List.copyOf(findings);
        toldApart = List.copyOf(toldApart);
        elements = List.copyOf(elements);
    }

    /** Whether any finding was raised. */
    public boolean caught() {
        return findings.stream().anyMatch(Finding::raised);
    }

    /**
     * Combines parts, respect by respect, by their root mean square: the respects, which count,
     * then the parts of those with several.
     */
    static List<Ratio> ratios(List<PartRatio> parts) {
        List<Ratio> whole = new ArrayList<>();
        List<Ratio> single = new ArrayList<>();
        for (Respect respect : Respect.values()) {
            List<PartRatio> own = parts.stream().filter(p -> p.respect() == respect).toList();
            if (own.isEmpty()) {
                continue;
            }
            double square =
                    own.stream().mapToDouble(p -> p.value() * p.value()).average().orElse(1);
            whole.add(new Ratio(respect.word(), respect.title(), Math.sqrt(square), true));
            for (PartRatio part : own) {
                if (own.size() > 1) {
                    single.add(
                            new Ratio(
                                    respect.word() + "." + part.name().replace(' ', '-'),
                                    respect.title() + ": " + part.name(),
                                    part.value(),
                                    false));
                }
            }
        }
        whole.addAll(single);
        return whole;
    }

    /**
     * The geometric mean of the ratios that count; 1 of none. Those below 1 count as 1: being
     * closer to the exemplar than its own parts are to each other is memory and makes up for
     * nothing.
     */
    static double overall(List<Ratio> ratios) {
        double sum = 0;
        int count = 0;
        for (Ratio ratio : ratios) {
            if (ratio.counts()) {
                sum += Math.log(Math.max(1, ratio.value()));
                count++;
            }
        }
        return Math.exp(sum / Math.max(1, count));
    }
}
