package ikat.app.plan;

import ikat.train.TrainingPlan;

/** How long a training step takes on two cores, from measurements at eight patches of 160 px. */
final class StepTime {

    private static final double MEASURED_PIXELS = 8 * 160 * 160;

    private StepTime() {}

    static double seconds(TrainingPlan plan) {
        double measured =
                switch (plan.width()) {
                    case LIVE -> 0.18;
                    case STANDARD -> 0.55;
                    case FULL -> 2.2;
                };
        double pixels = (double) plan.batch() * plan.patchPixels() * plan.patchPixels();
        return measured * pixels / MEASURED_PIXELS;
    }
}
