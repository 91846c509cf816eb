package ikat.train;

import ikat.image.Exemplars;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One training to be run: what is learned, how, and where its state is kept.
 *
 * @param exemplars the pictures
 * @param plan the resolved plan
 * @param checkpoint where the state is kept for resuming, or null for nowhere
 * @param start whether to begin anew or to go on from the checkpoint
 * @param checkpointEvery time between checkpoints
 * @param previewEvery time between previews
 * @param licenceNote what the owner of the pictures says about the use of the model, or null
 * @param stop asked before every step; once true, training writes its checkpoint and ends with what
 *     it has
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

    /** Whether a training begins anew or goes on. */
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
