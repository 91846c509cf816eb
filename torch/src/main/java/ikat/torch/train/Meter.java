package ikat.torch.train;

import ikat.torch.train.TrainingStep.Losses;
import ikat.train.Budget;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.time.Duration;
import java.util.List;

/**
 * Measures a training: time spent, share done, speed and smoothed losses; and the learning rate,
 * which is constant over the first half and then falls to its final share.
 */
final class Meter {

    private static final double MEMORY = 0.95;

    private final TrainingPlan plan;
    private final double secondsBefore;
    private final Schedule schedule;
    private final long start = System.nanoTime();
    private long lastStep = start;
    private double secondsPerStep;
    private double discriminator;
    private double generator;
    private double feature;

    /** A meter that continues from the seconds of earlier runs. */
    Meter(TrainingPlan plan, double secondsBefore) {
        this.plan = plan;
        this.secondsBefore = secondsBefore;
        this.schedule = new Schedule(plan.budget(), this::seconds);
    }

    double seconds() {
        return secondsBefore + (System.nanoTime() - start) * 1e-9;
    }

    Duration elapsed() {
        return Duration.ofMillis(Math.round(seconds() * 1000));
    }

    /** Share of the plan by which is decided what comes next, 0 to 1. */
    double fraction(long step) {
        return schedule.fraction(step);
    }

    /** The step of each twentieth of a training by time; empty if it did not begin here. */
    List<Integer> ticks() {
        return secondsBefore > 0 ? List.of() : schedule.ticks();
    }

    /** Share of the plan done, 0 to 1. */
    private double done(long step) {
        Budget budget = plan.budget();
        double done =
                budget.steps() > 0 ? (double) step / budget.steps() : seconds() / budget.seconds();
        return Math.min(done, 1);
    }

    /** The learning rate of a step. */
    double rate(long step) {
        double fall = Math.max(0, 2 * fraction(step) - 1);
        double cosine = (1 + Math.cos(Math.PI * fall)) / 2;
        double last = plan.optimiser().finalRate();
        return plan.optimiser().learningRate() * (last + (1 - last) * cosine);
    }

    void record(Losses losses) {
        long now = System.nanoTime();
        double memory = secondsPerStep == 0 ? 0 : MEMORY;
        secondsPerStep = mixed(memory, secondsPerStep, (now - lastStep) * 1e-9);
        discriminator = mixed(memory, discriminator, losses.discriminator());
        generator = mixed(memory, generator, losses.generator());
        feature = mixed(memory, feature, losses.feature());
        lastStep = now;
    }

    TrainingProgress progress(long step) {
        double left =
                plan.budget().steps() > 0
                        ? (plan.budget().steps() - step) * secondsPerStep
                        : plan.budget().seconds() - seconds();
        return new TrainingProgress(
                step,
                elapsed(),
                done(step),
                discriminator,
                generator,
                feature,
                secondsPerStep == 0 ? 0 : 1 / secondsPerStep,
                Duration.ofMillis(Math.round(Math.max(0, left) * 1000)));
    }

    private static double mixed(double memory, double before, double now) {
        return memory * before + (1 - memory) * now;
    }
}
