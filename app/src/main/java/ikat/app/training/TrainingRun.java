package ikat.app.training;

import ikat.app.engine.Workshop;
import ikat.app.failure.ExitCodes;
import ikat.app.failure.Refusal;
import ikat.app.plan.TimeText;
import ikat.app.progress.FileSize;
import ikat.app.progress.LiveLine;
import ikat.app.progress.TrainingDisplay;
import ikat.app.report.RunHistory;
import ikat.model.Precision;
import ikat.model.Provenance;
import ikat.model.TextureModel;
import ikat.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;

/** Carries out an order: trains, then leaves the model, a rendering and the report. */
public final class TrainingRun {

    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);
    private static final Duration PREVIEW_EVERY = Duration.ofSeconds(20);

    private final Workshop workshop;
    private final LiveLine line;
    private final TrainingOrder order;
    private final OutputFiles files;
    private final RunHistory history = new RunHistory();
    private final long begun = System.nanoTime();

    public TrainingRun(Workshop workshop, LiveLine line, TrainingOrder order) {
        this.workshop = workshop;
        this.line = line;
        this.order = order;
        files = order.files();
    }

    /**
     * Trains and writes.
     *
     * @return the exit code
     * @throws IOException if a picture, the checkpoint or an output cannot be read or written
     */
    public int run() throws IOException {
        WritableFolder.check(files.all());
        prepareCheckpoint();
        boolean keepPreview = false;
        try (Interruption interruption = Interruption.listen(this::announceStop)) {
            TextureModel model = train(interruption);
            line.keep();
            model.write(files.model(), order.precision());
            if (interruption.asked()) {
                keepPreview = true;
                return stopped();
            }
            interruption.close(); // from here on the default of the signals is right
            // what is shown is what the file holds
            finish(order.precision() == Precision.FULL ? model : TextureModel.read(files.model()));
            return ExitCodes.DONE;
        } finally {
            line.keep();
            if (!keepPreview) {
                Files.deleteIfExists(files.preview());
            }
        }
    }

    private void announceStop() {
        line.line("stopping after this step; press Ctrl-C again to stop at once");
    }

    private void prepareCheckpoint() throws IOException {
        boolean exists = Files.exists(files.checkpoint());
        if (order.start() == TrainingJob.Start.RESUME) {
            if (!exists) {
                throw Refusal.failure(
                        "there is no checkpoint "
                                + files.checkpoint()
                                + " to go on from; leave --resume out to begin anew");
            }
        } else if (exists) {
            Files.move(
                    files.checkpoint(), files.oldCheckpoint(), StandardCopyOption.REPLACE_EXISTING);
            line.line("note: an earlier training's checkpoint is kept as " + files.oldCheckpoint());
        }
    }

    private TextureModel train(Interruption interruption) throws IOException {
        TrainingJob job =
                new TrainingJob(
                        order.exemplars(),
                        order.plan(),
                        files.checkpoint(),
                        order.start(),
                        CHECKPOINT_EVERY,
                        PREVIEW_EVERY,
                        order.licenceNote(),
                        interruption::asked);
        TrainingDisplay display = new TrainingDisplay(line, System::nanoTime);
        Previews previews = new Previews(workshop, files.preview(), line, history);
        return workshop.trainer().train(job, new Listeners(history, display, previews));
    }

    private int stopped() throws IOException {
        line.line("stopped; wrote " + sized(files.model()));
        line.line("to go on: the same command with --resume");
        return ExitCodes.INTERRUPTED;
    }

    private void finish(TextureModel model) throws IOException {
        FinalPictures pictures = FinalPictures.make(workshop, model, order, line);
        String size = " (" + pictures.size() + ")";
        String text = "wrote " + sized(files.model()) + ", " + files.rendering() + size;
        if (order.report() == TrainingOrder.Report.HTML) {
            pictures.writeReport(model, history, elapsed());
            text += ", " + files.report();
        }
        history.bestScore().ifPresent(this::tellScore);
        if (history.isEmpty()) {
            line.line(
                    "note: the checkpoint had that much training already; time and steps count"
                            + " from the very beginning");
        }
        line.line(text + " in " + TimeText.format(elapsed()));
        line.line("to go on: the same command with --resume" + longer(model.provenance()));
    }

    private void tellScore(double score) {
        line.line(
                String.format(
                        Locale.ROOT,
                        "score     %.2f (1: as alike as the picture is to itself)",
                        score));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String sized(Path file) throws IOException {
        return file + " (" + FileSize.of(file) + ")";
    }

    /** Twice as long as it took so far. */
    private String longer(Provenance soFar) {
        if (order.plan().steps() > 0) {
            return " --steps " + 2 * Math.max(order.plan().steps(), soFar.steps());
        }
        double seconds = Math.max(order.plan().seconds(), soFar.trainingTime().toMillis() / 1000.0);
        return " --for " + TimeText.format(Duration.ofMillis(Math.round(2000 * seconds)));
    }
}
