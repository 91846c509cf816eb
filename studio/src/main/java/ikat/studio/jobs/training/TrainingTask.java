package ikat.studio.jobs.training;

import ikat.model.Precision;
import ikat.model.TextureModel;
import ikat.service.train.ScanListener;
import ikat.service.train.Training;
import ikat.service.train.TrainingRequest;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobRequest;
import ikat.studio.jobs.JobState;
import ikat.studio.web.Json;
import ikat.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A training. */
public final class TrainingTask extends Job {

    /** What sort of job it is. */
    public static final String KIND = "training";

    private static final Duration PREVIEW_EVERY = Duration.ofSeconds(8);
    private static final int RENDERED_PIXELS = 512;

    private final Atelier atelier;
    private final TrainingFiles files;
    private final Course course;
    private volatile TrainingDetails details;
    private volatile String stage = "";

    TrainingTask(Origin origin, Atelier atelier, TrainingDetails details) {
        super(origin, KIND, JobState.PLANNED);
        this.atelier = atelier;
        this.details = details;
        files = new TrainingFiles(origin.folder());
        course = Course.read(files.course());
    }

    /** A training as it was kept. */
    public static TrainingTask restored(Origin origin, Atelier atelier, JsonNode details) {
        return new TrainingTask(
                origin, atelier, Json.MAPPER.treeToValue(details, TrainingDetails.class));
    }

    TrainingFiles files() {
        return files;
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
        return Files.exists(files.checkpoint()) && course.hasBegun();
    }

    @Override
    protected Map<String, Object> facts() {
        TrainingDetails now = details;
        String model = state() == JobState.DONE ? now.model() : null;
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
        all.putAll(course.facts());
        return all;
    }

    @Override
    protected Map<String, Object> series() {
        return course.series();
    }

    private String address(String what) {
        return "/api/trainings/" + id() + "/" + what;
    }

    private List<Map<String, Object>> pictures(TrainingDetails now) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < now.pictures().size(); i++) {
            LearnedPicture picture = now.pictures().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", picture.file());
            one.put("width", picture.width());
            one.put("height", picture.height());
            one.put("verdict", picture.verdict());
            one.put("sentences", picture.sentences());
            one.put("facts", picture.facts());
            one.put("image", address("pictures/" + i + ".jpg"));
            all.add(one);
        }
        return all;
    }

    @Override
    protected JobState work() throws IOException {
        if (isPublished()) {
            return JobState.DONE;
        }
        try {
            enter("reading the pictures");
            Training training = Training.prepare(ordered(), ScanListener.NONE);
            if (leaves().isPresent()) {
                return leaves().get();
            }
            enter("training");
            TextureModel model =
                    training.learn(
                            atelier.workshop(),
                            PREVIEW_EVERY,
                            () -> request() != JobRequest.NONE,
                            course::note,
                            new Watcher(course, this::send, files, this::tellAll));
            course.write(files.course());
            Optional<JobState> early = leaves();
            if (early.isPresent()) {
                return early.get();
            }
            enter("finishing");
            training.write(model);
            training.show(atelier.workshop(), model, course::note, fraction -> {});
            publish();
            return JobState.DONE;
        } finally {
            stage = "";
            course.write(files.course());
        }
    }

    /** Where it ends without a model. */
    private Optional<JobState> leaves() {
        return switch (request()) {
            case NONE -> Optional.empty();
            case STOP -> course.hasBegun() ? Optional.empty() : Optional.of(JobState.STOPPED);
            case PAUSE -> Optional.of(JobState.PAUSED);
            case CLOSE, DELETE -> Optional.of(JobState.RUNNING);
        };
    }

    private void enter(String what) {
        stage = what;
        tellAll();
    }

    private void tellAll() {
        atelier.changed().accept(this);
    }

    /** The pictures are read again: they give the same plan as before. */
    private TrainingRequest ordered() {
        TrainingDetails now = details;
        return ordered(files.pictures(now.pictures()), now.choices(), files);
    }

    static TrainingRequest ordered(
            List<Path> pictures, TrainingChoices choices, TrainingFiles files) {
        return new TrainingRequest(
                pictures,
                choices.settings(),
                files.output(),
                Files.exists(files.checkpoint())
                        ? TrainingJob.Start.RESUME
                        : TrainingJob.Start.FRESH,
                RENDERED_PIXELS,
                RENDERED_PIXELS,
                TrainingRequest.Report.HTML,
                choices.half() ? Precision.HALF : Precision.FULL,
                choices.licenceNote());
    }

    /** Whether the studio ended, or was ended, between the model's move and the last note of it. */
    private boolean isPublished() {
        String name = details.model();
        return name != null && files.isPublished(atelier.models(), name);
    }

    /** The name is noted before the model moves, so that it never moves twice. */
    private void publish() throws IOException {
        boolean moved = false;
        while (!moved) {
            String wanted = details.choices().name();
            String name = files.freeName(atelier.models(), wanted, atelier.taken());
            details = details.withModel(name);
            tellAll();
            moved = files.publish(atelier.models(), name);
        }
        Files.deleteIfExists(files.checkpoint());
    }
}
