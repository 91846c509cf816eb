package ikat.lab.compare;

import ikat.cli.ScoreText;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Judgement;
import ikat.lab.compare.Trial.Made;
import ikat.score.Finding;
import ikat.score.Score;
import ikat.text.TimeText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of a trial in words. */
final class TrialText {

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
    static String time(Duration time) {
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
