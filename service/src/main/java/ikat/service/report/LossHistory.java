package ikat.service.report;

import ikat.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** The losses of a training of any length, as a limited number of means over equally many steps. */
final class LossHistory {

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
