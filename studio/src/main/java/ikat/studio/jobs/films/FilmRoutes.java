package ikat.studio.jobs.films;

import ikat.studio.jobs.Download;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.Uploads;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** {@code /api/films}: loops as films, with progress, after what else is exported. */
public final class FilmRoutes implements JobFeature {

    private final OpenModels models;
    private final Jobs jobs;
    private final JobRoutes<FilmTask> common;

    /** Films in a queue. */
    public FilmRoutes(Jobs jobs, OpenModels models) {
        this.jobs = jobs;
        this.models = models;
        common = new JobRoutes<>(jobs, FilmTask.class, "/api/films");
    }

    @Override
    public String kind() {
        return FilmTask.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return FilmTask.restored(origin, models, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        common.addTo(routes, "films", FilmTask.KIND);
        routes.post("/api/films", this::post);
        routes.get("/api/films/{id}/file", this::file);
    }

    private void post(Context context) throws IOException {
        FilmOrder asked = context.bodyAsClass(FilmOrder.class);
        if (asked.model() == null) {
            throw Problem.badRequest("model is missing; give the id of one");
        }
        OpenModel model = models.get(asked.model());
        FilmOrder order = asked.complete(model.shelved().id());
        order.film(model); // what does not exist is refused at once
        String name = Uploads.safeName(model.shelved().name() + "-loop." + order.kind().word());
        FilmTask task =
                jobs.add(
                        origin ->
                                new FilmTask(origin, models, new FilmTask.Details(name, order, 0)));
        common.send(context.status(201), task);
    }

    private void file(Context context) throws IOException {
        FilmTask task = common.job(context);
        Download.answer(context, task, "film", task.file(), task.order().kind().mediaType);
    }
}
