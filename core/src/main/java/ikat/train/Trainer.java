package ikat.train;

import ikat.model.TextureModel;
import java.io.IOException;

/** Learns a texture. */
public interface Trainer {

    /**
     * Trains to the end of the plan, or until the job's stop is asked for.
     *
     * @return the averaged generator with population statistics, ready to render
     * @throws TrainingDivergedException if training broke down twice
     * @throws IOException if the checkpoint to resume from cannot be read or does not fit the job
     */
    TextureModel train(TrainingJob job, TrainingListener listener) throws IOException;
}
