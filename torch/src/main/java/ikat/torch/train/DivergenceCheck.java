package ikat.torch.train;

import ikat.torch.train.TrainingStep.Losses;
import org.jspecify.annotations.Nullable;

/**
 * Detects a training that has diverged: losses that are not numbers, pictures without contrast, or
 * a discriminator that always wins.
 */
final class DivergenceCheck {

    private static final int PATIENCE_STEPS = 150;
    private static final double LEAST_CONTRAST = 0.05;
    private static final double CERTAIN_LOSS = 0.002;

    private int failingSteps;

    /** What is wrong after a step, as part of a sentence, or null if nothing is. */
    @Nullable String failure(Losses losses) {
        if (!losses.finite()) {
            return "a loss is not a number";
        }
        boolean flat = losses.contrast() < LEAST_CONTRAST;
        boolean lost = losses.discriminator() < CERTAIN_LOSS;
        failingSteps = flat || lost ? failingSteps + 1 : 0;
        if (failingSteps < PATIENCE_STEPS) {
            return null;
        }
        return flat
                ? "the generated pictures have lost their contrast"
                : "the discriminator always wins";
    }

    /** Whether the last step passed, so that its state is worth going back to. */
    boolean passed() {
        return failingSteps == 0;
    }

    void reset() {
        failingSteps = 0;
    }
}
