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
        record Point(double step, double discriminator, double generator, double feature) {

            Point meanWith(Point later) {
                return new Point(
                        later.step,
                        (discriminator + later.discriminator) / 2,
                        (generator + later.generator) / 2,
                        (feature + later.feature) / 2);
            }
        }

        private static final int MOST_POINTS = 800;

        private List<Point> points = new ArrayList<>();
        private int stepsPerPoint = 1;
        private int pending;
        private double discriminator;
        private double generator;
        private double feature;

        void add(TrainingProgress progress) {
            discriminator += progress.discriminatorLoss();
            generator += progress.generatorLoss();
            feature += progress.featureLoss();
            pending++;
            if (pending < stepsPerPoint) {
                return;
            }
            points.add(
                    new Point(
                            progress.step(),
                            discriminator / pending,
                            generator / pending,
                            feature / pending));
            pending = 0;
            discriminator = 0;
            generator = 0;
            feature = 0;
            if (points.size() == MOST_POINTS) {
                halve();
            }
        }

        private void halve() {
            List<Point> means = new ArrayList<>();
            for (int i = 0; i + 1 < points.size(); i += 2) {
                means.add(points.get(i).meanWith(points.get(i + 1)));
            }
            points = means;
            stepsPerPoint *= 2;
        }

        boolean isEmpty() {
            return points.isEmpty() && pending == 0;
        }

        List<Point> points() {
            return List.copyOf(points);
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
