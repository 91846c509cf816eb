package ikat.studio.jobs.renders;

import ikat.studio.jobs.Download;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.serve.Planes;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Problem;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** {@code /api/renders}: renders regions of any size to files, with progress. */
public final class RenderRoutes implements JobFeature {

    private final Planes planes;
    private final RenderWriter writer;
    private final Jobs jobs;
    private final JobRoutes<RenderTask> common;

    /** Renders of planes in a queue. */
    public RenderRoutes(Jobs jobs, Planes planes, StudioSettings settings) {
        this.jobs = jobs;
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
                                        origin, writer, new RenderTask.Details(name, order, 0)));
        common.send(context.status(201), task);
    }

    private void file(Context context) throws IOException {
        RenderTask task = common.job(context);
        Download.answer(context, task, "render", task.file(), task.order().fileFormat().mediaType);
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
