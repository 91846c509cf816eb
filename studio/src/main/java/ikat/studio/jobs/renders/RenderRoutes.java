package ikat.studio.jobs.renders;

import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.JobState;
import ikat.studio.jobs.JobStore;
import ikat.studio.jobs.Jobs;
import ikat.studio.serve.Planes;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import tools.jackson.databind.JsonNode;

/** {@code /api/renders}: renders regions of any size to files, with progress. */
public final class RenderRoutes implements Feature {

    /** The number of renders kept; the oldest finished ones are deleted for new ones. */
    static final int MOST_KEPT = 20;

    private final Planes planes;
    private final RenderWriter writer;
    private final Jobs jobs;
    private final JobRoutes<RenderTask> common;

    /** Restores the renders that were kept, and resumes unfinished ones. */
    public RenderRoutes(Planes planes, StudioSettings settings) {
        this.planes = planes;
        int threads = Math.max(1, settings.workers() - 1); // one is left for tiles
        writer = new RenderWriter(planes, threads, settings.version());
        jobs = new Jobs(new JobStore(settings.folder().resolve("renders")), MOST_KEPT);
        common = new JobRoutes<>(jobs, RenderTask.class, "/api/renders");
        jobs.begin(this::restored);
    }

    private Job restored(String kind, Job.Origin origin, JsonNode details) {
        return RenderTask.restored(origin, writer, details);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        common.addTo(routes, "renders", RenderTask.KIND);
        routes.post("/api/renders", this::post);
        routes.get("/api/renders/{id}/file", this::file);
    }

    private void post(Context context) throws IOException {
        RenderOrder asked = context.bodyAsClass(RenderOrder.class);
        if (asked.model() == null) {
            throw Problem.badRequest("model is missing; give the id of one");
        }
        ShelvedModel model = planes.models().get(asked.model()).shelved();
        RenderOrder order = asked.complete(model.id());
        writer.check(order);
        String size = order.width() + "x" + order.height();
        String name = model.name() + "-" + size + "." + order.fileFormat().ending();
        RenderTask task =
                jobs.add(
                        origin ->
                                new RenderTask(
                                        origin, writer, new RenderTask.Details(name, order, 0)));
        common.send(context.status(201), task);
    }

    private void file(Context context) throws IOException {
        RenderTask task = common.job(context);
        if (task.state() != JobState.DONE) {
            throw Problem.conflict(
                    "the render " + task.id() + " is " + task.state().word() + ", not done");
        }
        String name = URLEncoder.encode(task.name(), StandardCharsets.UTF_8).replace("+", "%20");
        context.contentType(task.order().fileFormat().mediaType())
                .header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + task.name().replaceAll("[^A-Za-z0-9._-]", "_")
                                + "\"; filename*=UTF-8''"
                                + name);
        try {
            Download.send(context, task.file());
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the file of the render " + task.id() + " has gone");
        }
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
