package ikat.studio.jobs;

import ikat.service.Workshop;
import ikat.studio.jobs.training.Atelier;
import ikat.studio.jobs.training.TrainingRoutes;
import ikat.studio.queue.FairQueue;
import ikat.studio.serve.ModelShelf;
import ikat.studio.web.Feature;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Trainings and other long jobs, which share a queue, and scores. */
public final class Workroom implements Feature {

    private static final int MOST_JOBS = 200;

    private final Jobs jobs;
    private final List<JobFeature> kinds = new ArrayList<>();
    private final ScoreRoutes scores;

    /**
     * Opens the room: jobs that ran when the studio ended go on.
     *
     * @param queue for scores, which take seconds only
     * @param more kinds of jobs of other modules
     */
    public Workroom(
            StudioSettings settings,
            Workshop workshop,
            ModelShelf shelf,
            FairQueue queue,
            List<JobFeature.Provider> more) {
        jobs = new Jobs(new JobStore(settings.folder().resolve("jobs")), MOST_JOBS);
        Atelier atelier =
                new Atelier(
                        workshop,
                        settings.folder(),
                        name -> shelf.all().stream().anyMatch(model -> model.name().equals(name)),
                        jobs::changed);
        kinds.add(new TrainingRoutes(jobs, atelier));
        more.forEach(kind -> kinds.add(kind.open(jobs, workshop, settings.workers())));
        scores = new ScoreRoutes(workshop, queue);
        jobs.begin(this::restored);
    }

    private Job restored(String kind, Job.Origin origin, JsonNode details) {
        return kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there are no jobs of kind " + kind))
                .restored(origin, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        kinds.forEach(kind -> kind.addTo(routes));
        scores.addTo(routes);
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
