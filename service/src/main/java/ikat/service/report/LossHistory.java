package ikat.service.report;

import ikat.train.TrainingProgress;
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
