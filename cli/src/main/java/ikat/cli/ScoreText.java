package ikat.cli;

import ikat.cli.terminal.Columns;
import ikat.image.Exemplar;
import ikat.score.ElementFigure;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import ikat.score.ToldApart;
import ikat.service.score.Candidates;
import ikat.service.score.ScoreJson;
import ikat.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A score as lines of text. */
public final class ScoreText {
    private static final int MOST_NAMES = 9;

    private ScoreText() {}

    /**
     * What is scored, then the overall figure, the ratios, starting with those that count, and the
     * findings.
     */
    static List<String> lines(Exemplar exemplar, Candidates candidates, Score score) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("exemplar", exemplar.name() + ", " + size(exemplar)));
        facts.add(new Fact("scored", scored(candidates)));
        facts.add(new Fact("overall", ratio(score.overall()) + "  " + ScoreJson.MEANING));
        String label = "apart";
        for (ToldApart told : score.toldApart()) {
            facts.add(new Fact(label, text(told)));
            label = "";
        }
        label = "elements";
        for (ElementFigure figure : score.elements()) {
            facts.add(
                    Fact.of(
                            label,
                            "%.2f  %s; the exemplar %.2f",
                            figure.candidate(),
                            figure.title(),
                            figure.exemplar()));
            label = "";
        }
        addRatios(facts, "counts", score, true);
        addRatios(facts, "explains", score, false);
        label = "findings";
        for (Finding finding : score.findings()) {
            facts.add(new Fact(label, (finding.raised() ? "RAISED " : "none   ") + text(finding)));
            label = "";
        }
        return Columns.of(facts);
    }

    private static void addRatios(List<Fact> facts, String name, Score score, boolean counting) {
        String label = name;
        for (Ratio ratio : score.ratios()) {
            if (ratio.counts() == counting) {
                facts.add(new Fact(label, ratio(ratio.value()) + "  " + ratio.title()));
                label = "";
            }
        }
    }

    private static String scored(Candidates candidates) {
        List<String> names = candidates.names();
        List<Long> seeds = candidates.seeds();
        String size = size(candidates.pictures().get(0));
        if (seeds.isEmpty()) {
            int more = names.size() - MOST_NAMES;
            return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : "")
                    + (names.size() == 1 ? ", " + size : "");
        }
        long last = seeds.get(seeds.size() - 1);
        return names.get(0)
                + (candidates.texture() == null ? "" : ", " + candidates.texture())
                + ", "
                + size
                + (seeds.size() == 1
                        ? ", seed " + last
                        : ", seeds " + seeds.get(0) + " to " + last);
    }

    private static String size(Exemplar picture) {
        return picture.width() + "x" + picture.height() + " px";
    }

    /** A ratio, such as {@code 1.23}. */
    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** How well an observer tells the candidates from the exemplar. */
    public static String text(ToldApart told) {
        return String.format(
                Locale.ROOT,
                "d' %.1f, at half size %.1f, by %s; parts of the exemplar %.1f, %.1f",
                told.full(),
                told.half(),
                told.title(),
                told.fullFloor(),
                told.halfFloor());
    }

    /** A finding with what was measured and its meaning. */
    public static String text(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%s %.3g, limit %.3g: %s",
                finding.title(),
                finding.value(),
                finding.limit(),
                finding.words());
    }
}
