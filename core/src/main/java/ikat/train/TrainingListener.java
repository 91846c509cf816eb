package ikat.train;

import ikat.model.TextureModel;

/**
 * Receives the progress of a training. Called on the training thread, so a slow listener slows the
 * training.
 */
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /** Called once before the first step; {@code firstStep} is above 0 if a training is resumed. */
    default void started(TrainingPlan plan, long firstStep) {}

    /** Called after every step. */
    default void progressed(TrainingProgress progress) {}

    /**
     * Called every {@link TrainingJob#previewEvery()} with a model that renders what has been
     * learned so far.
     */
    default void previewed(TextureModel model, TrainingProgress progress) {}

    /**
     * Called after the current state has been scored against the picture.
     *
     * @param score 1 if as close to the picture as its own parts are
     * @param best whether an observer tells it least from the picture so far
     */
    default void scored(double score, boolean best, TrainingProgress progress) {}

    /**
     * Called when training went back to its last good state with a lower learning rate. The reason
     * is one sentence.
     */
    default void recovered(String reason, TrainingProgress progress) {}

    /**
     * Called when a checkpoint could not be written; training continues. The reason is one
     * sentence.
     */
    default void checkpointFailed(String reason) {}
}
