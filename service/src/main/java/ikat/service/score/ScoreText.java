package ikat.service.score;

import ikat.image.Exemplar;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A score in words. */
public final class ScoreText {

    /** What the overall figure means. */
    public static final String MEANING =
            "1: as alike as the exemplar is to itself; above: further off";

    private ScoreText() {}

    /** Aligned lines that say what is scored. */
    public static List<String> heading(Exemplar exemplar, Candidates candidates) {
        String size = exemplar.width() + "x" + exemplar.height() + " px";
        return List.of(
                row("exemplar", exemplar.name() + ", " + size), row("scored", candidates.words()));
    }

    /** Aligned lines: the overall figure, the ratios, those that count first, the findings. */
    public static List<String> lines(Score score) {
        List<String> lines = new ArrayList<>();
        lines.add(row("overall", ratio(score.overall()) + "  " + MEANING));
        addRatios(lines, "counts", score, true);
        addRatios(lines, "explains", score, false);
        String label = "findings";
        for (Finding finding : score.findings()) {
            lines.add(row(label, (finding.raised() ? "RAISED " : "none   ") + told(finding)));
            label = "";
        }
        return lines;
    }

    private static void addRatios(List<String> lines, String name, Score score, boolean counting) {
        String label = name;
        for (Ratio ratio : score.ratios()) {
            if (ratio.counts() == counting) {
                lines.add(row(label, ratio(ratio.value()) + "  " + ratio.title()));
                label = "";
            }
        }
    }

    private static String row(String label, String text) {
        return String.format(Locale.ROOT, "%-10s%s", label, text);
    }

    /** A ratio, such as {@code 1.23}. */
    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A finding with what was measured and its words. */
    public static String told(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%s %.3g, limit %.3g: %s",
                finding.title(),
                finding.value(),
                finding.limit(),
                finding.words());
    }
}
