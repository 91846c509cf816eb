package ikat.studio.jobs;

import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.model.TextureModel;
import ikat.service.FakeTrainer;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes a step each time that a test lets it, and keeps the number of steps as its checkpoint. */
final class SlowTrainer extends FakeTrainer {

    final Semaphore steps = new Semaphore(0);

    /** At which steps trainings began. */
    final List<Long> begins = new CopyOnWriteArrayList<>();

    /** Domains of the first pictures of trainings. */
    final List<Domain> domains = new CopyOnWriteArrayList<>();

    @Override
    public TextureModel train(TrainingJob given, TrainingListener listener) throws IOException {
        Path checkpoint = given.checkpoint();
        if (checkpoint == null) {
            throw new IllegalArgumentException("there is no checkpoint");
        }
        int step =
                given.start() == TrainingJob.Start.RESUME
                        ? Integer.parseInt(Files.readString(checkpoint))
                        : 0;
        begins.add((long) step);
        Exemplar exemplar = given.exemplars().get(0);
        domains.add(exemplar.domain());
        TextureModel model = model(exemplar, given.licenceNote());
        listener.started(given.plan(), step);
        while (step < 10 && !given.stop().getAsBoolean()) {
            if (!mayStep()) {
                continue;
            }
            listener.progressed(progress(++step));
            if (step == 2) {
                listener.previewed(model, progress(step)); // takes long
            }
            if (step % 2 == 0) {
                listener.scored(2.0 / step, true, progress(step));
            }
        }
        Files.writeString(checkpoint, Integer.toString(step));
        return model;
    }

    private boolean mayStep() {
        try {
            return steps.tryAcquire(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
