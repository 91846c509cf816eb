package ikat.studio.jobs;

import ikat.service.Workshop;
import ikat.studio.jobs.training.TrainingRoutes;
import ikat.studio.serve.ModelShelf;
import ikat.studio.web.Feature;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The kinds of jobs that share one queue: trainings, and those of other modules. */
public final class JobKinds implements Feature {

    private static final int MAX_JOBS = 200;

    private final Jobs jobs;
    private final List<JobFeature> kinds = new ArrayList<>();

    /**
     * Restores the jobs that were kept, and resumes those that ran when the studio closed.
     *
     * @param more kinds of jobs of other modules
     */
    public JobKinds(
            StudioSettings settings,
            Workshop workshop,
            ModelShelf shelf,
            List<JobFeature.Provider> more) {
        jobs = new Jobs(new JobStore(settings.folder().resolve("jobs")), MAX_JOBS);
        kinds.add(
                new TrainingRoutes(
                        jobs,
                        workshop,
                        settings.folder(),
                        name -> shelf.all().stream().anyMatch(model -> model.name().equals(name))));
        more.forEach(kind -> kinds.add(kind.open(jobs, workshop, settings.workers())));
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
