package ikat.train;

import java.time.Duration;

/**
 * Where a training stands.
 *
 * @param step generator steps done, over all resumed runs
 * @param elapsed time spent training, over all resumed runs
 * @param fraction share of the plan done, 0 to 1
 * @param discriminatorLoss mean of the last steps, in nats
 * @param generatorLoss mean of the last steps, in nats, without the feature term
 * @param featureLoss mean of the last steps of the unweighted feature term
 * @param stepsPerSecond over the last steps
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
