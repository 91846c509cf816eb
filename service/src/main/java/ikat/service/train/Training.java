package ikat.service.train;

import ikat.analysis.MeasuredExemplars;
import ikat.io.DiskSpace;
import ikat.model.MaterialMaps;
import ikat.model.Precision;
import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.service.report.RunHistory;
import ikat.text.Fact;
import ikat.train.Intake;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * A training with its pictures and plan: it learns, then writes the model, a rendering and the
 * report. The same pictures with the same settings give the same plan. Use by one thread.
 */
public final class Training {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(30);

    private final TrainingRequest request;
    private final TrainingPictures pictures;
    private final MeasuredExemplars exemplars;
    private final TrainingPlan plan;
    private final MaterialMaps maps;
    private final RunHistory history = new RunHistory();
    private long begun = System.nanoTime();

    private Training(
            TrainingRequest request,
            TrainingPictures pictures,
            TrainingPlan plan,
            MaterialMaps maps) {
        this.request = request;
        this.pictures = pictures;
        this.exemplars = pictures.exemplars();
        this.plan = plan;
        this.maps = maps;
    }

    /**
     * Reads pictures and plans their training, without those that are too small for the plan.
     *
     * @param listener reports progress, what was found, and what was left out
     * @throws IOException if a file that was named cannot be read
     * @throws Refusal if pictures or settings are unsuitable; the message is one sentence
     */
    public static Training prepare(TrainingRequest request, ScanListener listener)
            throws IOException {
        TrainingPictures all =
                PictureScan.read(
                        request.pictures(),
                        request.files().pictures(),
                        request.maps(),
                        intake(request.settings()),
                        listener);
        int side = all.commonSide();
        int patch = plan(all, side, request.settings()).crops().patchPixels();
        TrainingPictures pictures = all.holding(patch, listener);
        TrainingPlan plan = plan(pictures, side, request.settings());
        TrainingCost.check(plan, pictures.exemplars().facts());
        checkMaps(request, plan);
        return new Training(request, pictures, plan, maps(pictures, listener));
    }

    private static void checkMaps(TrainingRequest request, TrainingPlan plan) {
        boolean network = request.detail() == Detail.NETWORK || plan.asPublished();
        if (network && !request.maps().given().isEmpty()) {
            throw Refusal.usage(
                    "--map is given, but maps are only kept to weave them, and %s weaves nothing;"
                            + " leave it out",
                    plan.asPublished() ? "--recipe published" : "--no-weave");
        }
    }

    private static Intake intake(PlanSettings settings) {
        try {
            return Intake.of(settings);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private static MaterialMaps maps(TrainingPictures pictures, ScanListener listener)
            throws IOException {
        MaterialMaps maps = pictures.materials(listener::noted);
        if (!maps.kinds().isEmpty()) {
            listener.noted("the material has maps of " + maps.words());
        }
        return maps;
    }

    private static TrainingPlan plan(TrainingPictures pictures, int side, PlanSettings settings) {
        try {
            return PlanFactory.plan(pictures.set(side), settings);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    public TrainingRequest request() {
        return request;
    }

    /** The plan, resolved. */
    public TrainingPlan plan() {
        return plan;
    }

    /** The plan in words. */
    public PlanTable table() {
        return new PlanTable(plan, pictures.reports(), request.settings().names());
    }

    /**
     * Trains until the plan is fulfilled or a stop is requested; then the checkpoint is written.
     *
     * @param previewEvery time between previews
     * @param stop queried before every step
     * @param notes receives facts about deviations from the plan
     * @param listener is called when a preview is on the disk
     * @return the best that has been learned
     * @throws IOException if a picture or the checkpoint cannot be read, or the disk has too little
     *     space for what is written at the end
     */
    public TextureModel learn(
            Workshop workshop,
            Duration previewEvery,
            BooleanSupplier stop,
            Consumer<Fact> notes,
            TrainingListener listener)
            throws IOException {
        begun = System.nanoTime();
        Path folder = request.files().model().toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            DiskSpace.require(folder, TrainingCost.diskBytes(plan));
        }
        TrainingJob job =
                new TrainingJob(
                        exemplars,
                        plan,
                        request.files().checkpoint(),
                        request.start(),
                        CHECKPOINT_EVERY,
                        previewEvery,
                        request.licenceNote(),
                        stop);
        Path preview = request.files().preview();
        return workshop.trainer()
                .train(job, new TrainingRecorder(workshop, preview, notes, history, listener));
    }

    /** Whether the model is to hold its pictures; a published one is the network alone. */
    public boolean weaves() {
        return request.detail() == Detail.WOVEN && !plan.asPublished();
    }

    /**
     * Gives the model what it needs to weave detail, if this was requested and is possible.
     *
     * @param hurry asked now and then; once true, the weave is not chosen with care
     * @param notes receives what was found
     */
    public TextureModel weave(
            Workshop workshop, TextureModel model, BooleanSupplier hurry, Consumer<Fact> notes) {
        return !weaves()
                ? model
                : workshop.weave(model, exemplars, 0, hurry, notes)
                        .map(weave -> weave.withMaps(maps))
                        .map(model::withWeave)
                        .orElse(model);
    }

    /** Writes the model as it was requested. */
    public void write(TextureModel model) throws IOException {
        model.write(request.files().model(), request.precision());
    }

    /**
     * Writes the rendering and, where it was requested, the report.
     *
     * @param model as written; the rendering is made from the values in its file
     * @param notes receives facts about the result
     * @param progress of the rendering, 0 to 1
     * @return the size of the rendering, such as 1024x1024
     */
    public String show(
            Workshop workshop, TextureModel model, Consumer<Fact> notes, DoubleConsumer progress)
            throws IOException {
        TextureModel shown =
                request.precision() == Precision.FULL
                        ? model
                        : TextureModel.read(request.files().model());
        int threads = Runtime.getRuntime().availableProcessors();
        try (Rendering rendering = workshop.open(shown, threads, Workshop.FASTEST)) {
            return new FinalPictures(rendering, shown, this, notes).write(history, progress);
        }
    }

    /** Deletes the preview. */
    public void removePreview() throws IOException {
        Files.deleteIfExists(request.files().preview());
    }

    TrainingPictures pictures() {
        return pictures;
    }

    MeasuredExemplars exemplars() {
        return exemplars;
    }

    /** The best score of this run, if present. */
    public OptionalDouble bestScore() {
        return history.bestScore();
    }

    /** Whether no step was performed. */
    public boolean isEmpty() {
        return history.isEmpty();
    }

    /** Time since training began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
