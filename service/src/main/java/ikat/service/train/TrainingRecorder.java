package ikat.service.train;

import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.service.Rendering;
import ikat.service.Sentence;
import ikat.service.Workshop;
import ikat.service.report.Crop;
import ikat.service.report.RunHistory;
import ikat.text.Fact;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Records the events of a training in its history and renders its previews, then passes them on. A
 * preview on the disk that cannot be written is reported once and stops no training.
 */
final class TrainingRecorder implements TrainingListener {

    private static final int PREVIEW_PIXELS = 512;
    private static final int THUMBNAIL_PIXELS = 192;

    private final Workshop workshop;
    private final Path file;
    private final Consumer<Fact> notes;
    private final RunHistory history;
    private final TrainingListener listener;
    private boolean complained;

    TrainingRecorder(
            Workshop workshop,
            Path file,
            Consumer<Fact> notes,
            RunHistory history,
            TrainingListener listener) {
        this.workshop = workshop;
        this.file = file;
        this.notes = notes;
        this.history = history;
        this.listener = listener;
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        history.started(plan, firstStep);
        listener.started(plan, firstStep);
    }

    @Override
    public void progressed(TrainingProgress progress) {
        history.progressed(progress);
        listener.progressed(progress);
    }

    @Override
    public void previewed(TextureModel model, TrainingProgress progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (Rendering rendering = workshop.open(model, threads, Workshop.FASTEST)) {
            Showcase small = Showcase.ofAll(model, THUMBNAIL_PIXELS, THUMBNAIL_PIXELS);
            PixelSource thumbnail = rendering.plane(small.field());
            history.addPreview(Crop.of(thumbnail, small.window()), progress);
            Showcase large = Showcase.ofAll(model, PREVIEW_PIXELS, PREVIEW_PIXELS);
            PixelSource preview = rendering.plane(large.field());
            ImageFiles.write(new OnDemandImage(preview, large.window()), file);
        } catch (IOException e) {
            if (!complained) {
                notes.accept(new Fact("note", "there is no preview: " + Sentence.of(e)));
                complained = true;
            }
        }
        listener.previewed(model, progress);
    }

    @Override
    public void scored(double score, boolean best, TrainingProgress progress) {
        history.scored(score, best, progress);
        listener.scored(score, best, progress);
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        history.recovered(reason, progress);
        listener.recovered(reason, progress);
    }

    @Override
    public void checkpointFailed(String reason) {
        history.checkpointFailed(reason);
        listener.checkpointFailed(reason);
    }
}
