package ikat.studio.jobs;

import ikat.studio.web.Caching;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The routes that all kinds of jobs have, below an address such as {@code /api/trainings}.
 *
 * @param kind the class of the jobs
 * @param path of the address
 */
public record JobRoutes<J extends Job>(Jobs jobs, Class<J> kind, String path) {

    /** Reports have their own styles, but neither scripts nor links. */
    private static final String REPORT_POLICY =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline';"
                    + " frame-ancestors 'self'";

    /** Adds the routes; {@code word} is the key of the list in its answer. */
    public void addTo(RoutesConfig routes, String word, String kindWord) {
        routes.get(path, context -> list(context, word, kindWord));
        routes.get(
                path + "/events",
                context -> {
                    EventFeed feed = jobs.feed(kindWord);
                    feed.serve(context, () -> feed.send("hello", Map.of()));
                });
        routes.get(path + "/{id}", context -> send(context, job(context)));
        routes.get(path + "/{id}/events", this::listen);
        routes.post(path + "/{id}/stop", context -> act(context, Jobs::stop));
        routes.delete(
                path + "/{id}",
                context -> {
                    jobs.delete(job(context));
                    context.status(204);
                });
    }

    /** Adds the route of the report. */
    public void addReportTo(RoutesConfig routes) {
        routes.get(
                path + "/{id}/report",
                context -> {
                    context.header("Content-Security-Policy", REPORT_POLICY);
                    sendFile(context, job(context).folder().resolve("report.html"), "text/html");
                });
    }

    /** Adds the routes of jobs that can be started, paused and resumed. */
    public void addWaitingTo(RoutesConfig routes) {
        routes.post(path + "/{id}/start", context -> act(context, Jobs::start));
        routes.post(path + "/{id}/pause", context -> act(context, Jobs::pause));
        routes.post(path + "/{id}/resume", context -> act(context, Jobs::resume));
    }

    private void list(Context context, String word, String kindWord) {
        List<Map<String, Object>> all = jobs.all(kindWord).stream().map(jobs::facts).toList();
        context.header("Cache-Control", "no-store").json(Map.of(word, all));
    }

    /** The job that a request names. */
    public J job(Context context) {
        return jobs.get(kind, context.pathParam("id"));
    }

    /** Answers with a job. */
    public void send(Context context, Job job) {
        context.header("Cache-Control", "no-store").json(jobs.everything(job));
    }

    private void act(Context context, BiConsumer<Jobs, Job> action) {
        J job = job(context);
        action.accept(jobs, job);
        send(context, job);
    }

    private void listen(Context context) {
        J job = job(context);
        job.feed.serve(
                context,
                () -> {
                    job.feed.send("job", jobs.facts(job));
                    if (job.state.isOver()) {
                        job.feed.finish();
                    }
                });
    }

    /**
     * Answers with a file of a job, which clients revalidate each time.
     *
     * @throws Problem 404 if it does not exist, or not yet
     */
    public static void sendFile(Context context, Path file, String mediaType) throws IOException {
        try {
            long time = Files.getLastModifiedTime(file).toMillis();
            String etag = "\"%d-%d\"".formatted(time, Files.size(file));
            if (!Caching.answered(context, etag, false)) {
                context.contentType(mediaType).result(Files.readAllBytes(file));
            }
        } catch (NoSuchFileException e) {
            throw Problem.notFound("there is nothing yet at " + context.path());
        }
    }
}
