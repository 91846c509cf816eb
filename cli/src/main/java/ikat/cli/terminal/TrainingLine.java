package ikat.cli.terminal;

import ikat.text.TimeText;
import ikat.train.TrainingProgress;
import java.time.Duration;
import java.util.Locale;

/** Where a training stands, in one line. */
final class TrainingLine {

    private TrainingLine() {}

    /**
     * The fullest of some layouts that fits.
     *
     * @param score the last one, or NaN before there is one
     */
    static String of(TrainingProgress progress, double score, Terminal terminal) {
        String step = "  step " + progress.step();
        String losses =
                String.format(
                        Locale.ROOT,
                        "  D %.2f  G %.2f",
                        progress.discriminatorLoss(),
                        progress.generatorLoss());
        String scored =
                Double.isNaN(score) ? "" : String.format(Locale.ROOT, "  score %.2f", score);
        String speed = String.format(Locale.ROOT, "  %s steps/s", rate(progress.stepsPerSecond()));
        String left = "  " + wholeSeconds(progress.left()) + " left";
        int room = terminal.columns() - 1;
        for (String rest :
                new String[] {
                    step + losses + scored + speed + left,
                    step + losses + scored + left,
                    step + scored + left,
                    step + left,
                    left
                }) {
            for (int cells : new int[] {20, 10}) {
                String line = ProgressBar.of(progress.fraction(), cells, terminal.blocks()) + rest;
                if (line.length() <= room) {
                    return line;
                }
            }
        }
        return left;
    }

    static String wholeSeconds(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 10 ? seconds + "s" : TimeText.format(Duration.ofSeconds(seconds));
    }

    private static String rate(double stepsPerSecond) {
        return String.format(Locale.ROOT, stepsPerSecond < 1 ? "%.2f" : "%.1f", stepsPerSecond);
    }
}
