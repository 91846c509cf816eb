package ikat.train;

import ikat.model.TextureModel;

/**
 * Hears of a training as it goes; called on the training thread, so a slow listener slows the
 * training.
 */
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * Called once before the first step; {@code firstStep} is above 0 where a training is resumed.
     */
    default void started(TrainingPlan plan, long firstStep) {}

    /** Called after every step. */
    default void progressed(TrainingProgress progress) {}

    /**
     * Called every {@link TrainingJob#previewEvery()} with a model that renders what has been
     * learned so far.
     */
    default void previewed(TextureModel model, TrainingProgress progress) {}

    /**
     * Called when what has been learned so far was scored against the picture.
     *
     * @param score 1 for as alike as the picture is to itself
     * @param best whether it is the best score so far
     */
    default void scored(double score, boolean best, TrainingProgress progress) {}

    /**
     * Called when training went back to its last good state with a lower rate; the reason is one
     * sentence.
     */
    default void recovered(String reason, TrainingProgress progress) {}

    /**
     * Called when a checkpoint could not be written; training goes on. The reason is one sentence.
     */
    default void checkpointFailed(String reason) {}
}
