package ikat.torch.train;

import ikat.torch.train.TrainingStep.Losses;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a training has broken down: numbers that are none, pictures of one colour, a
 * discriminator that always wins.
 */
final class Health {

    private static final int PATIENCE_STEPS = 150;
    private static final double LEAST_CONTRAST = 0.05;
    private static final double CERTAIN_LOSS = 0.002;

    private int sickSteps;

    /** What is wrong after a step, as part of a sentence, or null while all is well. */
    @Nullable String complaint(Losses losses) {
        if (!losses.finite()) {
            return "a loss is not a number";
        }
        boolean flat = losses.contrast() < LEAST_CONTRAST;
        boolean lost = losses.discriminator() < CERTAIN_LOSS;
        sickSteps = flat || lost ? sickSteps + 1 : 0;
        if (sickSteps < PATIENCE_STEPS) {
            return null;
        }
        return flat
                ? "the generated pictures have lost their contrast"
                : "the discriminator always wins";
    }

    /** Whether the last steps were beyond doubt, so that the state is worth going back to. */
    boolean sound() {
        return sickSteps == 0;
    }

    void reset() {
        sickSteps = 0;
    }
}
