package ikat.studio.renders;

import ikat.studio.models.OpenModel;
import ikat.studio.models.OpenModels;
import ikat.studio.tiles.Planes;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** {@code /api/renders}: files of any region at any size, with progress. */
public final class RenderRoutes implements Feature {

    private final OpenModels models;
    private final Planes planes;
    private final RenderLine line;
    private final RenderEvents events = new RenderEvents();

    /**
     * Renders.
     *
     * @param folder of the studio
     * @param threads that one render may keep busy, at least 1
     */
    public RenderRoutes(OpenModels models, Planes planes, Path folder, int threads) {
        this.models = models;
        this.planes = planes;
        this.line =
                new RenderLine(
                        new RenderFolder(folder.resolve("renders")), new RenderWork(threads));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/renders", this::post);
        routes.get("/api/renders", this::list);
        routes.get("/api/renders/{render}", this::detail);
        routes.get("/api/renders/{render}/events", this::events);
        routes.post("/api/renders/{render}/stop", this::stop);
        routes.delete("/api/renders/{render}", this::delete);
        routes.get("/api/renders/{render}/file", this::file);
    }

    private void post(Context context) {
        RenderOrder order = context.bodyAsClass(RenderOrder.class);
        if (order.model() == null) {
            throw Problem.badRequest("model is missing; give the id of one");
        }
        OpenModel model = models.get(order.model());
        RenderOrder complete = order.complete(model.shelved().id());
        RenderJob job =
                line.add(complete, model.shelved().name(), planes.plane(model, complete.choice()));
        answer(context.status(201), job);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store")
                .json(Map.of("renders", line.all().stream().map(RenderJob::view).toList()));
    }

    private void detail(Context context) {
        answer(context, asked(context));
    }

    private void events(Context context) throws IOException {
        events.send(context, asked(context));
    }

    private void stop(Context context) {
        RenderJob job = asked(context);
        job.stop();
        answer(context, job);
    }

    private void delete(Context context) {
        line.delete(context.pathParam("render"));
        context.status(204);
    }

    private void file(Context context) throws IOException {
        RenderJob job = asked(context);
        Path file = line.file(job);
        String name = URLEncoder.encode(job.name(), StandardCharsets.UTF_8).replace("+", "%20");
        context.contentType(job.order().fileFormat().mediaType())
                .header("Cache-Control", "no-cache")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + job.name().replaceAll("[^A-Za-z0-9._-]", "_")
                                + "\"; filename*=UTF-8''"
                                + name);
        try {
            Download.send(context, file);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the file of the render " + job.id() + " has gone");
        }
    }

    private RenderJob asked(Context context) {
        return line.get(context.pathParam("render"));
    }

    private static void answer(Context context, RenderJob job) {
        context.header("Cache-Control", "no-store").json(job.view());
    }

    /** Ends what is rendered; its part goes. */
    @Override
    public void close() {
        events.close();
        line.close();
    }
}
