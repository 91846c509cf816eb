package ikat.torch.train;

import ikat.model.TextureModel;
import ikat.torch.Threads;
import ikat.train.Trainer;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import java.io.IOException;

/** Trains on libtorch, on the calling thread. */
public final class TorchTrainer implements Trainer {

    private final int threads;

    /** A trainer that computes with {@link Threads#ofMachine} threads. */
    public TorchTrainer() {
        this(Threads.ofMachine());
    }

    /** A trainer that computes with a number of threads, 1 to 4096. */
    public TorchTrainer(int threads) {
        this.threads = threads;
    }

    @Override
    public TextureModel train(TrainingJob job, TrainingListener listener) throws IOException {
        try (Threads.Scope scope = Threads.use(threads);
                TrainingRun run = new TrainingRun(job, listener)) {
            return run.toTheEnd();
        }
    }
}
