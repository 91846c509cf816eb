package ikat.train;

import java.time.Duration;

/**
 * Progress of a training.
 *
 * @param step generator steps done, over all resumed runs
 * @param elapsed time spent training, over all resumed runs
 * @param fraction share of the plan done, 0 to 1
 * @param discriminatorLoss mean over the last steps, in nats
 * @param generatorLoss mean over the last steps, in nats, without the feature term
 * @param featureLoss mean of the unweighted feature term over the last steps
 * @param stepsPerSecond rate over the last steps
 * @param left estimated time to the end of the plan
 */
public record TrainingProgress(
        long step,
        Duration elapsed,
        double fraction,
        double discriminatorLoss,
        double generatorLoss,
        double featureLoss,
        double stepsPerSecond,
        Duration left) {}
