package ikat.lab.compare;

import ikat.cli.ScoreText;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Judgement;
import ikat.lab.compare.Trial.Made;
import ikat.score.Finding;
import ikat.score.Score;
import ikat.score.ToldApart;
import ikat.text.TimeText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of a trial in words. */
public final class TrialText {

    private TrialText() {}

    /** One line for a terminal. */
    static String line(Trial trial) {
        String name = String.format(Locale.ROOT, "%-11s", trial.name());
        if (trial.outcome() instanceof Failed failed) {
            return name + "no picture: " + failed.why();
        }
        Made made = (Made) trial.outcome();
        return name
                + verdict(made.judgement())
                + "; ready in "
                + time(made.preparing())
                + ", a picture in "
                + time(made.making())
                + ", "
                + made.memory().peak();
    }

    /** Lines below a picture: how alike it is, what is copied, what it took. */
    public static List<String> caption(Made made) {
        Score score = made.judgement().score();
        String cost = "a picture in " + time(made.making()) + ", " + made.memory().peak();
        if (score == null) {
            return List.of("not scored: " + made.judgement().why(), cost);
        }
        ToldApart told = score.toldApart().get(0);
        String alike =
                String.format(
                        Locale.ROOT,
                        "score %.2f; d' %.1f, at half size %.1f",
                        score.overall(),
                        told.full(),
                        told.half());
        String copied =
                score.findings().stream()
                        .filter(finding -> finding.name().equals("copying"))
                        .map(TrialText::copied)
                        .findFirst()
                        .orElse("copying not measured");
        return List.of(alike, copied, cost);
    }

    private static String copied(Finding finding) {
        return String.format(Locale.ROOT, "%.0f %% of patches copied", 100 * finding.value());
    }

    private static String verdict(Judgement judgement) {
        return judgement.score() == null
                ? "not scored: " + judgement.why()
                : overall(judgement) + ", findings: " + findings(judgement);
    }

    /** The overall figure, or that there is none. */
    static String overall(Judgement judgement) {
        Score score = judgement.score();
        return score == null ? "not scored" : ScoreText.ratio(score.overall());
    }

    /** The titles of the findings that were raised. */
    static String findings(Judgement judgement) {
        Score score = judgement.score();
        if (score == null) {
            return "not scored";
        }
        List<Finding> raised = score.findings().stream().filter(Finding::raised).toList();
        return raised.isEmpty()
                ? "none"
                : raised.stream().map(Finding::title).collect(Collectors.joining(", "));
    }

    /** A time, in milliseconds where it is short. */
    public static String time(Duration time) {
        return time.toMillis() < 1000
                ? Math.max(1, time.toMillis()) + " ms"
                : TimeText.format(time);
    }

    /** The time of a picture and what it is. */
    static String making(Made made) {
        return time(made.making())
                + (made.makes() == 1 ? " (one picture)" : " (median of " + made.makes() + ")");
    }
}
