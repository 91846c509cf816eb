package ikat.torch.train;

import ikat.train.Budget;
import ikat.train.Optimiser;
import ikat.train.TrainingPlan;

/**
 * How far a training is, and the learning rate there: constant over the first half, then falling to
 * its final share.
 */
final class Schedule {

    private final TrainingPlan plan;

    Schedule(TrainingPlan plan) {
        this.plan = plan;
    }

    /** Share of the plan done, 0 to 1. */
    double fraction(long step, double seconds) {
        Budget budget = plan.budget();
        double done =
                budget.steps() > 0 ? (double) step / budget.steps() : seconds / budget.seconds();
        return Math.min(done, 1);
    }

    /** The learning rate at a share of the plan. */
    double rate(double fraction) {
        double fall = Math.max(0, 2 * fraction - 1);
        double cosine = (1 + Math.cos(Math.PI * fall)) / 2;
        Optimiser optimiser = plan.optimiser();
        double last = optimiser.finalRate();
        return optimiser.learningRate() * (last + (1 - last) * cosine);
    }
}
