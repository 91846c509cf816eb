package ikat.service.report;

import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The history of a training, in limited memory. */
public final class RunHistory implements TrainingListener {

    /**
     * A thumbnail of the texture learned so far.
     *
     * @param picture at its own size
     * @param progress at which it was rendered
     */
    record Preview(BufferedImage picture, TrainingProgress progress) {}

    /**
     * The losses of a training of any length, as a limited number of means over equally many steps.
     */
    static final class Losses {

        /**
         * Means over some steps.
         *
         * @param step the last of them
         * @param discriminator loss in nats
         * @param generator loss in nats
         * @param feature the unweighted feature term
         */
        record Point(double step, double discriminator, double generator, double feature) {}

        private final Curve curve = new Curve(800, Curve.Kept.NONE);

        void add(TrainingProgress progress) {
            curve.add(
                    progress.step(),
                    progress.discriminatorLoss(),
                    progress.generatorLoss(),
                    progress.featureLoss());
        }

        boolean isEmpty() {
            return curve.isEmpty();
        }

        List<Point> points() {
            return curve.points().stream().map(p -> new Point(p[0], p[1], p[2], p[3])).toList();
        }
    }

    private static final int MOST_PREVIEWS = 18;

    private final Losses losses = new Losses();
    private final List<Double> scores = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private List<Preview> previews = new ArrayList<>();
    private int previewsSeen;
    private int previewStride = 1;
    private long firstStep;

    @Override
    public void started(TrainingPlan plan, long step) {
        firstStep = step;
    }

    @Override
    public void progressed(TrainingProgress progress) {
        losses.add(progress);
    }

    @Override
    public void scored(double score, boolean best, TrainingProgress progress) {
        scores.add(score);
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        events.add("step " + progress.step() + ": " + reason);
    }

    @Override
    public void checkpointFailed(String reason) {
        events.add(reason);
    }

    /** Keeps a preview; of a long training only every second, fourth, ... is kept. */
    public void addPreview(BufferedImage picture, TrainingProgress progress) {
        if (previewsSeen++ % previewStride == 0) {
            previews.add(new Preview(picture, progress));
        }
        if (previews.size() > MOST_PREVIEWS) {
            List<Preview> kept = new ArrayList<>();
            for (int i = 0; i < previews.size(); i += 2) {
                kept.add(previews.get(i));
            }
            previews = kept;
            previewStride *= 2;
        }
    }

    Losses losses() {
        return losses;
    }

    List<Preview> previews() {
        return List.copyOf(previews);
    }

    /** The scores in the order of the rounds. */
    List<Double> scores() {
        return List.copyOf(scores);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    /** The best score of this run, if present. */
    public OptionalDouble bestScore() {
        return scores.stream().mapToDouble(Double::doubleValue).min();
    }

    long firstStep() {
        return firstStep;
    }

    /** Whether no step was made. */
    public boolean isEmpty() {
        return losses.isEmpty();
    }
}
