package ikat.studio.jobs.training;

import ikat.model.Precision;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import ikat.service.train.MapChoice;
import ikat.service.train.PictureChoice;
import ikat.service.train.PlanTable;
import ikat.service.train.ScanListener;
import ikat.service.train.Training;
import ikat.service.train.TrainingRequest;
import ikat.studio.jobs.Job;
import ikat.studio.web.Json;
import ikat.train.PlanSettings;
import ikat.train.TrainingJob;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A training as a job. */
public final class TrainingTask extends Job {

    /** The kind of job. */
    public static final String KIND = "training";

    private static final Duration PREVIEW_EVERY = Duration.ofSeconds(8);
    private static final int RENDERED_PIXELS = 512;

    private final Setup setup;
    private final TrainingFiles files;
    private final TrainingHistory history;
    private final Object looking = new Object();
    private volatile Details details;
    private volatile String stage = "";

    /** What all trainings share; changed keeps a job and shows it again. */
    record Setup(Workshop workshop, Path models, Predicate<String> taken, Consumer<Job> changed) {}

    /**
     * What is kept of a training: among others the plan in words, notes about pictures that were
     * left out, a rough lower bound of its time, and the name of the finished model or null.
     */
    record Details(
            TrainingChoices choices,
            List<LearnedPicture> pictures,
            List<PlanTable.Row> plan,
            List<String> notes,
            double expectedSeconds,
            @Nullable String model) {

        Details {
            pictures = List.copyOf(pictures);
            plan = List.copyOf(plan);
            notes = List.copyOf(notes);
        }

        Details withModel(String name) {
            return new Details(choices, pictures, plan, notes, expectedSeconds, name);
        }
    }

    TrainingTask(Origin origin, Setup setup, Details details) {
        super(origin, KIND, State.PLANNED);
        this.setup = setup;
        this.details = details;
        files = new TrainingFiles(origin.folder());
        history = TrainingHistory.read(files.course(), this::send, this::report);
    }

    /** Restores a training. */
    static TrainingTask restored(Origin origin, Setup setup, JsonNode details) {
        return new TrainingTask(origin, setup, Json.MAPPER.treeToValue(details, Details.class));
    }

    TrainingFiles files() {
        return files;
    }

    Details plan() {
        return details;
    }

    /** Replaces the plan of a training that has not been started. */
    void plan(Details next) {
        details = next;
    }

    /** Guards the files of the pictures while they are looked at. */
    Object looking() {
        return looking;
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected boolean pauses() {
        return true;
    }

    @Override
    protected boolean hasBegun() {
        return Files.exists(files.checkpoint()) && history.hasBegun();
    }

    @Override
    protected Map<String, Object> facts() {
        Details now = details;
        String model = state() == State.DONE ? now.model() : null;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("stage", stage);
        all.put("name", now.choices().name());
        all.put("settings", now.choices());
        all.put("pictures", pictures(now));
        all.put("plan", now.plan());
        all.put("notes", now.notes());
        all.put("expectedSeconds", now.expectedSeconds());
        all.put("model", model);
        all.put("preview", Files.exists(files.preview()) ? address("preview.png") : null);
        all.put("report", model == null ? null : address("report"));
        all.putAll(history.facts());
        return all;
    }

    @Override
    protected Map<String, Object> series() {
        return history.series();
    }

    private String address(String what) {
        return "/api/trainings/" + id() + "/" + what;
    }

    private List<Map<String, Object>> pictures(Details now) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < now.pictures().size(); i++) {
            all.add(now.pictures().get(i).shown(address("pictures/" + i)));
        }
        return all;
    }

    @Override
    protected State work() throws IOException {
        if (isPublished()) {
            return State.DONE;
        }
        try {
            enter("reading the pictures");
            // the same pictures again, which give the same plan as before
            Training training =
                    Training.prepare(
                            ordered(details.pictures(), details.choices(), files),
                            ScanListener.NONE);
            if (endState().isPresent()) {
                return endState().get();
            }
            enter("training");
            TextureModel learned =
                    training.learn(
                            setup.workshop(),
                            PREVIEW_EVERY,
                            () -> request() != Request.NONE,
                            history::note,
                            history);
            history.write();
            Optional<State> early = endState();
            if (early.isPresent()) {
                return early.get();
            }
            enter("weaving");
            TextureModel model =
                    training.weave(
                            setup.workshop(),
                            learned,
                            () -> request() != Request.NONE,
                            history::note);
            enter("finishing");
            training.write(model);
            training.show(setup.workshop(), model, history::note, fraction -> {});
            publish();
            return State.DONE;
        } finally {
            stage = "";
            history.write();
        }
    }

    /** The state to end in without a model, if the job is asked to end. */
    private Optional<State> endState() {
        return switch (request()) {
            case NONE -> Optional.empty();
            case STOP -> history.hasBegun() ? Optional.empty() : Optional.of(State.STOPPED);
            case PAUSE -> Optional.of(State.PAUSED);
            case CLOSE, DELETE -> Optional.of(State.RUNNING);
        };
    }

    private void enter(String what) {
        stage = what;
        report();
    }

    private void report() {
        setup.changed().accept(this);
    }

    static TrainingRequest ordered(
            List<LearnedPicture> pictures, TrainingChoices choices, TrainingFiles files) {
        List<LearnedPicture> used = pictures.stream().filter(LearnedPicture::used).toList();
        PlanSettings shared = choices.settings();
        Map<Path, PictureChoice> each = new LinkedHashMap<>();
        for (LearnedPicture one : used) {
            Preparation own = one.preparation();
            if (own != null) { // else it is of an earlier version, which looked for maps by names
                each.put(
                        files.pictures().resolve(one.file()), own.choice(shared, files.pictures()));
            }
        }
        return new TrainingRequest(
                files.pictures(pictures),
                new MapChoice(List.of(), true, null, each),
                used.size() == 1 ? shared.with(used.get(0).prepared().settings()) : shared,
                files.output(),
                Files.exists(files.checkpoint())
                        ? TrainingJob.Start.RESUME
                        : TrainingJob.Start.FRESH,
                RENDERED_PIXELS,
                RENDERED_PIXELS,
                TrainingRequest.Report.HTML,
                choices.half() ? Precision.HALF : Precision.FULL,
                Boolean.FALSE.equals(choices.weave()) ? Detail.NETWORK : Detail.WOVEN,
                choices.licenceNote());
    }

    /** Whether the studio ended after moving the model and before keeping the state of the job. */
    private boolean isPublished() {
        String name = details.model();
        return name != null && files.isPublished(setup.models(), name);
    }

    /** Keeps the name before the model moves, so that it never moves twice. */
    private void publish() throws IOException {
        boolean moved = false;
        while (!moved) {
            String wanted = details.choices().name();
            String name = files.freeName(setup.models(), wanted, setup.taken());
            details = details.withModel(name);
            report();
            moved = files.publish(setup.models(), name);
        }
        Files.deleteIfExists(files.checkpoint());
    }
}
