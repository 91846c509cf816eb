package ikat.studio.workroom;

import ikat.app.engine.Workshop;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobStore;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.comparison.Bench;
import ikat.studio.jobs.comparison.ComparisonRoutes;
import ikat.studio.jobs.comparison.ComparisonTask;
import ikat.studio.jobs.training.Atelier;
import ikat.studio.jobs.training.TrainingRoutes;
import ikat.studio.jobs.training.TrainingTask;
import ikat.studio.models.ModelShelf;
import ikat.studio.queue.FairQueue;
import ikat.studio.scores.ScoreRoutes;
import ikat.studio.web.Feature;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Trainings and comparisons, which share a queue, and scores. */
public final class Workroom implements Feature {

    private static final int MOST_JOBS = 200;

    private final Jobs jobs;
    private final Atelier atelier;
    private final Bench bench;
    private final List<Feature> parts;

    /**
     * Opens the room: jobs that ran when the studio ended go on.
     *
     * @param queue for scores, which take seconds only
     */
    public Workroom(StudioSettings settings, Workshop workshop, ModelShelf shelf, FairQueue queue) {
        jobs = new Jobs(new JobStore(settings.folder().resolve("jobs")), MOST_JOBS);
        atelier =
                new Atelier(
                        workshop,
                        settings.folder(),
                        name -> shelf.all().stream().anyMatch(model -> model.name().equals(name)),
                        jobs::changed);
        bench = new Bench(workshop, settings.workers(), jobs::changed);
        parts =
                List.of(
                        new TrainingRoutes(jobs, atelier),
                        new ComparisonRoutes(jobs, bench),
                        new ScoreRoutes(workshop, queue));
        jobs.begin(this::restored);
    }

    private Job restored(String kind, Job.Origin origin, JsonNode details) {
        return switch (kind) {
            case TrainingTask.KIND -> TrainingTask.restored(origin, atelier, details);
            case ComparisonTask.KIND -> ComparisonTask.restored(origin, bench, details);
            default -> throw new IllegalArgumentException("there are no jobs of kind " + kind);
        };
    }

    @Override
    public void addTo(RoutesConfig routes) {
        parts.forEach(part -> part.addTo(routes));
    }

    @Override
    public void hush() {
        jobs.hush();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
