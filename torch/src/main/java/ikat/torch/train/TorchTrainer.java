package ikat.torch.train;

import ikat.model.TextureModel;
import ikat.train.Trainer;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import java.io.IOException;

/** Trains on libtorch. A trainer may run one training at a time. */
public final class TorchTrainer implements Trainer {

    @Override
    public TextureModel train(TrainingJob job, TrainingListener listener) throws IOException {
        try (TrainingRun run = new TrainingRun(job, listener)) {
            return run.toTheEnd();
        }
    }
}
