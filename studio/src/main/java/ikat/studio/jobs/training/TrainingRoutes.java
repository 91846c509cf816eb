package ikat.studio.jobs.training;

import ikat.service.Workshop;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.Uploads;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.web.Problem;
import ikat.text.Checks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/trainings}: trains models on uploaded pictures. */
public final class TrainingRoutes implements JobFeature {

    private static final String PREPARE = "prepare";
    private static final int LONGEST_NAME = 200;
    private static final double USUAL_MORE = 180;
    private static final double MOST_MORE = 86_400;

    private final Jobs jobs;
    private final TrainingTask.Setup setup;
    private final FairQueue desk;
    private final JobRoutes<TrainingTask> common;
    private final TrainingTiles tiles;

    private record NewName(@Nullable String name) {}

    private record Longer(@Nullable Double seconds) {}

    /**
     * Trainings.
     *
     * @param desk in whose turns pictures are looked at: a large one may take a good part of the
     *     memory while it is decoded
     * @param models the folder of finished models
     * @param taken whether the name of a model is in use
     * @param answers cached tiles
     */
    public TrainingRoutes(
            Jobs jobs,
            FairQueue desk,
            Workshop workshop,
            Path models,
            Predicate<String> taken,
            CachedAnswers answers) {
        this.jobs = jobs;
        this.desk = desk;
        setup = new TrainingTask.Setup(workshop, models, taken, jobs::changed);
        common = new JobRoutes<>(jobs, TrainingTask.class, "/api/trainings");
        tiles = new TrainingTiles(workshop, answers);
    }

    @Override
    public String kind() {
        return TrainingTask.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return TrainingTask.restored(origin, setup, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        common.addTo(routes, "trainings", TrainingTask.KIND);
        common.addReportTo(routes);
        common.addWaitingTo(routes);
        routes.post("/api/trainings", this::plan);
        routes.patch("/api/trainings/{id}", this::rename);
        routes.post("/api/trainings/{id}/longer", this::prolong);
        routes.get(
                "/api/trainings/{id}/tiles/{z}/{x}/{y}",
                context -> tiles.answer(context, common.job(context)));
        routes.get("/api/trainings/{id}/preview.png", this::preview);
        routes.post("/api/trainings/{id}/prepare", this::prepare);
        new PictureRoutes(common, desk).addTo(routes);
    }

    private void plan(Context context) {
        SentFiles pictures = SentFiles.pictures(context); // whose refusals come first
        Map<String, Object> sent = settings(context);
        SentFiles files = pictures.with(sent.remove(PREPARE));
        TrainingChoices choices =
                TrainingChoices.of(sent, Uploads.baseName(files.pictures().get(0).filename()));
        boolean skips = Uploads.skips(context.queryString());
        LateAnswer.send(
                context,
                desk,
                () -> jobs.add(origin -> planned(origin, files, choices, skips)),
                task -> common.send(context.status(201), task));
    }

    private static Map<String, Object> settings(Context context) {
        Map<String, Object> all = new LinkedHashMap<>();
        Uploads.settings(context, Map.class)
                .forEach((key, value) -> all.put(String.valueOf(key), value));
        return all;
    }

    private TrainingTask planned(
            Job.Origin origin, SentFiles sent, TrainingChoices choices, boolean skips)
            throws IOException {
        TrainingFiles files = new TrainingFiles(origin.folder());
        TrainingTask.Details details =
                Look.at(() -> new TrainingDraft(choices, files).first(sent, skips));
        return new TrainingTask(origin, setup, details);
    }

    private void prepare(Context context) {
        TrainingTask task = common.job(context);
        requirePlanned(task);
        SentFiles sent = SentFiles.more(context).with(settings(context).remove(PREPARE));
        LateAnswer.send(
                context,
                desk,
                () -> {
                    prepare(task, sent);
                    return task;
                },
                done -> common.send(context, done));
    }

    private void prepare(TrainingTask task, SentFiles sent) throws IOException {
        synchronized (task.looking()) {
            requirePlanned(task);
            TrainingTask.Details before = task.plan();
            TrainingDraft draft = new TrainingDraft(before.choices(), task.files());
            TrainingTask.Details next = Look.at(() -> draft.again(before, sent));
            synchronized (jobs) { // nothing starts it meanwhile
                requirePlanned(task);
                task.plan(next);
            }
        }
        jobs.changed(task);
    }

    private void requirePlanned(TrainingTask task) {
        jobs.get(TrainingTask.class, task.id());
        if (task.state() != Job.State.PLANNED) {
            throw Problem.conflict(
                    "this job is "
                            + task.state().word()
                            + ", so its pictures cannot be prepared any more");
        }
    }

    private void rename(Context context) {
        TrainingTask task = common.job(context);
        String name = context.bodyAsClass(NewName.class).name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid(
                    "name", String.valueOf(name), "a text of 1 to " + LONGEST_NAME + " letters");
        }
        task.rename(name.strip());
        common.send(context, task);
    }

    private void prolong(Context context) {
        TrainingTask task = common.job(context);
        Double seconds = context.bodyAsClass(Longer.class).seconds();
        double more = seconds == null ? USUAL_MORE : Checks.range("seconds", seconds, 1, MOST_MORE);
        jobs.prolong(task, () -> task.prolong(more));
        common.send(context, task);
    }

    private void preview(Context context) throws IOException {
        JobRoutes.sendFile(context, common.job(context).files().preview(), "image/png");
    }
}
