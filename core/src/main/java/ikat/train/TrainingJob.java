package ikat.train;

import ikat.image.Exemplars;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A training run: its pictures, its plan, and where its state is kept.
 *
 * @param exemplars the pictures
 * @param plan the resolved plan
 * @param checkpoint where the state is saved for resuming, or null not to save it
 * @param start whether to start from scratch or to resume from the checkpoint
 * @param checkpointEvery time between checkpoints
 * @param previewEvery time between previews
 * @param licenceNote terms of use of the model, stated by the owner of the pictures, or null
 * @param stop polled before every step; once true, training writes its checkpoint and ends with
 *     what it has learned
 */
public record TrainingJob(
        Exemplars exemplars,
        TrainingPlan plan,
        @Nullable Path checkpoint,
        Start start,
        Duration checkpointEvery,
        Duration previewEvery,
        @Nullable String licenceNote,
        BooleanSupplier stop) {

    /** Whether a training starts from scratch or is resumed. */
    public enum Start {
        FRESH,
        RESUME
    }

    /** A job without a checkpoint that runs its plan to the end. */
    public static TrainingJob of(Exemplars exemplars, TrainingPlan plan) {
        return new TrainingJob(
                exemplars,
                plan,
                null,
                Start.FRESH,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                null,
                () -> false);
    }
}
