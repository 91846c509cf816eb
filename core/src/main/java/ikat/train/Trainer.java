package ikat.train;

import ikat.model.TextureModel;
import java.io.IOException;

/** Trains a generator on a texture. */
public interface Trainer {

    /**
     * Trains to the end of the plan, or until {@link TrainingJob#stop()} returns true.
     *
     * @return the generator with averaged weights and population statistics, ready to render
     * @throws TrainingDivergedException if training broke down twice
     * @throws IOException if the checkpoint to resume from cannot be read or does not fit the job
     */
    TextureModel train(TrainingJob job, TrainingListener listener) throws IOException;
}
