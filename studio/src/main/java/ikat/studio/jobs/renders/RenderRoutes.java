package ikat.studio.jobs.renders;

import ikat.studio.jobs.Download;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.library.KeptName;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.serve.Planes;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Problem;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /api/renders}: renders regions of any size to files, with progress. */
public final class RenderRoutes implements JobFeature {

    private final Planes planes;
    private final RenderWriter writer;
    private final Jobs jobs;
    private final JobRoutes<RenderTask> common;
    private final RenderThumbnails thumbnails;

    private record NewName(@Nullable String name) {}

    /**
     * Renders of planes in a queue.
     *
     * @param answers cached thumbnails
     */
    public RenderRoutes(Jobs jobs, Planes planes, StudioSettings settings, CachedAnswers answers) {
        this.jobs = jobs;
        thumbnails = new RenderThumbnails(planes, answers);
        this.planes = planes;
        int threads = Math.max(1, settings.workers() - 1); // one is left for tiles
        writer = new RenderWriter(planes, threads, settings.version());
        common = new JobRoutes<>(jobs, RenderTask.class, "/api/renders");
    }

    @Override
    public String kind() {
        return RenderTask.KIND;
    }

    @Override
    public Job restored(Job.Origin origin, JsonNode details) {
        return RenderTask.restored(origin, writer, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        common.addTo(routes, "renders", RenderTask.KIND);
        routes.post("/api/renders", this::post);
        routes.get("/api/renders/{id}/file", this::file);
        routes.get("/api/renders/{id}/certificate", this::certificate);
        routes.get(
                "/api/renders/{id}/thumbnail.jpg",
                context -> thumbnails.answer(context, common.job(context).order()));
        routes.patch("/api/renders/{id}", this::rename);
    }

    private void post(Context context) throws IOException {
        RenderOrder asked = context.bodyAsClass(RenderOrder.class);
        if (asked.model() == null) {
            throw Problem.badRequest("model is missing; give the id of one");
        }
        ShelvedModel model = planes.models().get(asked.model()).shelved();
        RenderOrder order = asked.complete(model.id());
        writer.plane(order); // what does not exist is refused at once
        String name = order.fileName(model.name());
        RenderTask task =
                jobs.add(
                        origin ->
                                new RenderTask(
                                        origin,
                                        writer,
                                        new RenderTask.Details(name, order, 0, null)));
        common.send(context.status(201), task);
    }

    private void rename(Context context) {
        RenderTask task = common.job(context);
        String name = context.bodyAsClass(NewName.class).name();
        String given = name == null ? "" : name;
        String ending = "." + task.order().fileFormat().ending;
        int end = given.length() - (given.endsWith(ending) ? ending.length() : 0);
        task.rename(KeptName.of(given.substring(0, end)).text());
        jobs.changed(task);
        common.send(context, task);
    }

    private void file(Context context) throws IOException {
        RenderTask task = common.job(context);
        String type = task.order().fileFormat().mediaType;
        Download.answer(context, task, "render", task.file(), task.name(), type);
    }

    private void certificate(Context context) throws IOException {
        RenderTask task = common.job(context);
        if (task.order().axes().isEmpty()) {
            throw Problem.notFound(
                    "the render " + task.id() + " does not repeat, so it has no certificate");
        }
        Download.answer(context, task, "render", task.certificate(), "application/json");
    }
}
