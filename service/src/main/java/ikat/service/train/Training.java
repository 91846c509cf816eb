package ikat.service.train;

import ikat.model.Precision;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import ikat.service.report.RunHistory;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Carries out an order without asking who watches: learns, then leaves the model, a rendering and
 * the report. Use by one thread.
 */
public final class Training {

    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    private final Workshop workshop;
    private final TrainingOrder order;
    private final Duration previewEvery;
    private final Consumer<String> notes;
    private final RunHistory history = new RunHistory();
    private final long begun = System.nanoTime();

    /**
     * A training that has not begun.
     *
     * @param previewEvery time between previews
     * @param notes hears sentences about what went otherwise than planned, and about the result
     */
    public Training(
            Workshop workshop, TrainingOrder order, Duration previewEvery, Consumer<String> notes) {
        this.workshop = workshop;
        this.order = order;
        this.previewEvery = previewEvery;
        this.notes = notes;
    }

    /**
     * Trains until the plan is fulfilled or the stop is asked for; then the checkpoint is written.
     *
     * @param stop asked before every step
     * @param listener hears of a preview when it is on the disk
     * @return the best that has been learned
     * @throws IOException if a picture or the checkpoint cannot be read
     */
    public TextureModel learn(BooleanSupplier stop, TrainingListener listener) throws IOException {
        TrainingJob job =
                new TrainingJob(
                        order.exemplars(),
                        order.plan(),
                        order.files().checkpoint(),
                        order.start(),
                        CHECKPOINT_EVERY,
                        previewEvery,
                        order.licenceNote(),
                        stop);
        Previews previews = new Previews(workshop, order.files().preview(), notes, history);
        return workshop.trainer().train(job, new Listeners(history, previews, listener));
    }

    /** Writes the model as it was ordered. */
    public void write(TextureModel model) throws IOException {
        model.write(order.files().model(), order.precision());
    }

    /**
     * Writes the rendering and, where it was ordered, the report.
     *
     * @param model that was written; what is shown is what its file holds
     * @param progress of the rendering, 0 to 1
     * @return the size of the rendering, such as 1024x1024
     */
    public String show(TextureModel model, DoubleConsumer progress) throws IOException {
        TextureModel shown =
                order.precision() == Precision.FULL
                        ? model
                        : TextureModel.read(order.files().model());
        FinalPictures pictures = FinalPictures.make(workshop, shown, order, notes, progress);
        if (order.report() == TrainingOrder.Report.HTML) {
            pictures.writeReport(shown, history, elapsed());
        }
        return pictures.size();
    }

    /** Takes the preview away. */
    public void removePreview() throws IOException {
        Files.deleteIfExists(order.files().preview());
    }

    /** The best score of this run, if there was one. */
    public OptionalDouble bestScore() {
        return history.bestScore();
    }

    /** Whether no step was made. */
    public boolean isEmpty() {
        return history.isEmpty();
    }

    /** Since this was made. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
