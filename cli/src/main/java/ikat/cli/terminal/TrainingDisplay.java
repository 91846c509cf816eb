package ikat.cli.terminal;

import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Display of a training's progress: a changing line on a terminal, otherwise a line from time to
 * time.
 */
public final class TrainingDisplay implements TrainingListener {

    private final LiveLine line;
    private final ProgressBar bar;
    private double score = Double.NaN;

    /**
     * Creates a display on a line.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public TrainingDisplay(LiveLine line, LongSupplier nanoTime) {
        this.line = line;
        bar = ProgressBar.atOnce(line, nanoTime);
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        if (firstStep > 0) {
            line.line("continuing from step " + firstStep);
        }
    }

    @Override
    public void progressed(TrainingProgress progress) {
        if (bar.isDue() || progress.fraction() >= 1) {
            bar.draw(progress.fraction(), layouts(progress, score));
        }
    }

    /**
     * Alternative descriptions of a training's progress, from the fullest to the time left alone.
     *
     * @param score the latest score, or NaN if absent
     */
    static String[] layouts(TrainingProgress progress, double score) {
        String step = "  step " + progress.step();
        String losses =
                text("  D %.2f  G %.2f", progress.discriminatorLoss(), progress.generatorLoss());
        String scored = Double.isNaN(score) ? "" : text("  score %.2f", score);
        double rate = progress.stepsPerSecond();
        String speed = text(rate < 1 ? "  %.2f steps/s" : "  %.1f steps/s", rate);
        String left = "  " + ProgressBar.seconds(progress.left()) + " left";
        return new String[] {
            step + losses + scored + speed + left,
            step + losses + scored + left,
            step + scored + left,
            step + left,
            left
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public void scored(double scored, boolean best, TrainingProgress progress) {
        score = scored;
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        line.line("note: " + reason);
    }

    @Override
    public void checkpointFailed(String reason) {
        line.line("note: " + reason);
    }
}
