package ikat.cli.terminal;

import ikat.io.AtomicFile;
import ikat.io.OutputLock;
import ikat.model.Provenance;
import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.service.Workshop;
import ikat.service.inspect.ModelFacts;
import ikat.service.train.OutputFiles;
import ikat.service.train.Training;
import ikat.service.train.TrainingRequest;
import ikat.service.train.WritableFolder;
import ikat.text.Fact;
import ikat.text.FileSize;
import ikat.text.TimeText;
import ikat.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/** Runs a training on a terminal, where Ctrl-C stops it. */
public record TrainingRun(Workshop workshop, LiveLine line, Training training) {

    private static final Duration PREVIEW_EVERY = Duration.ofSeconds(20);

    private OutputFiles files() {
        return training.request().files();
    }

    /** Prints a fact; a bar drawn before stays as it is. */
    private void tell(Fact fact) {
        line.keep();
        if (fact.label().equals("note")) {
            line.line("note: " + fact.value());
        } else {
            Columns.of(List.of(fact)).forEach(line::line);
        }
    }

    /**
     * Trains the model and writes the results.
     *
     * @return the exit code
     * @throws IOException if a picture, the checkpoint or an output cannot be read or written
     */
    public int run() throws IOException {
        WritableFolder.check(files().all());
        try (OutputLock lock = claim()) {
            return runAlone();
        }
    }

    private OutputLock claim() throws IOException {
        try {
            return OutputLock.claim(files().model());
        } catch (IOException e) {
            throw AtomicFile.failure(files().model(), e);
        }
    }

    private int runAlone() throws IOException {
        prepareCheckpoint();
        boolean keepPreview = false;
        try (Interruption interruption = Interruption.listen(this::announceStop)) {
            TextureModel learned =
                    training.learn(
                            workshop,
                            PREVIEW_EVERY,
                            interruption::asked,
                            this::tell,
                            new TrainingDisplay(line, System::nanoTime));
            line.keep();
            if (training.weaves()) {
                line.draw("learning how to weave detail from the pictures");
            }
            TextureModel model = training.weave(workshop, learned, interruption::asked, this::tell);
            training.write(model);
            if (interruption.asked()) {
                keepPreview = true;
                return stopped();
            }
            interruption.close(); // default signal handling is right from here on
            finish(model);
            return ExitCode.OK;
        } finally {
            line.keep();
            if (!keepPreview) {
                training.removePreview();
            }
        }
    }

    private void announceStop() {
        line.line("stopping after this step; press Ctrl-C again to stop at once");
    }

    private void prepareCheckpoint() throws IOException {
        boolean exists = Files.exists(files().checkpoint());
        if (training.request().start() == TrainingJob.Start.RESUME) {
            if (!exists) {
                throw Refusal.failure(
                        "there is no checkpoint %s to resume from; leave --resume out to start"
                                + " over",
                        files().checkpoint());
            }
        } else if (exists) {
            Files.move(
                    files().checkpoint(),
                    files().oldCheckpoint(),
                    StandardCopyOption.REPLACE_EXISTING);
            line.line(
                    "note: an earlier training's checkpoint is kept as " + files().oldCheckpoint());
        }
    }

    private int stopped() throws IOException {
        line.line("stopped; wrote " + sized(files().model()));
        line.line("to continue, repeat the command with --resume");
        return Interruption.EXIT_CODE;
    }

    private void finish(TextureModel model) throws IOException {
        String size = training.show(workshop, model, this::tell, ProgressBar.rendering(line));
        line.keep();
        String text =
                "wrote " + sized(files().model()) + ", " + files().rendering() + " (" + size + ")";
        if (training.request().report() == TrainingRequest.Report.HTML) {
            text += ", " + files().report();
        }
        training.bestScore().ifPresent(this::tellScore);
        if (training.isEmpty()) {
            line.line(
                    "note: the checkpoint already had that much training; time and steps count"
                            + " from the very beginning");
        }
        line.line(text + " in " + TimeText.format(training.elapsed()));
        repetition(model).ifPresent(line::line);
        line.line("to continue, repeat the command with --resume" + longer(model.provenance()));
    }

    /** What repeats a training by time exactly, if its model tells. */
    private Optional<String> repetition(TextureModel model) {
        if (training.plan().budget().steps() > 0) {
            return Optional.empty();
        }
        return ModelFacts.repetition(model)
                .map(options -> "for exactly this model again, give " + options + ", not a time");
    }

    private void tellScore(double score) {
        line.line(
                String.format(
                        Locale.ROOT,
                        "score     %.2f (1: as alike as the picture is to itself)",
                        score));
    }

    private static String sized(Path file) throws IOException {
        return file + " (" + FileSize.of(file) + ")";
    }

    /** The option for twice the training so far. */
    private String longer(Provenance soFar) {
        if (training.plan().budget().steps() > 0) {
            return " --steps " + 2 * Math.max(training.plan().budget().steps(), soFar.steps());
        }
        double soFarSeconds = soFar.trainingTime().toMillis() / 1000.0;
        double seconds = Math.max(training.plan().budget().seconds(), soFarSeconds);
        return " --for " + TimeText.format(Duration.ofMillis(Math.round(2000 * seconds)));
    }
}
