package ikat.studio.jobs.renders;

import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import ikat.studio.serve.Planes;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Heads;
import ikat.studio.web.Problem;
import ikat.studio.web.StudioSettings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    }

    private void post(Context context) throws IOException {
        RenderOrder asked = context.bodyAsClass(RenderOrder.class);
        if (asked.model() == null) {
            throw Problem.badRequest("model is missing; give the id of one");
        }
        ShelvedModel model = planes.models().get(asked.model()).shelved();
        RenderOrder order = asked.complete(model.id());
        writer.plane(order); // what does not exist is refused at once
        String size = order.width() + "x" + order.height();
        String name = model.name() + "-" + size + "." + order.fileFormat().ending;
        RenderTask task =
                jobs.add(
                        origin ->
                                new RenderTask(
                                        origin, writer, new RenderTask.Details(name, order, 0)));
        common.send(context.status(201), task);
    }

    private void file(Context context) throws IOException {
        RenderTask task = common.job(context);
        if (task.state() != Job.State.DONE) {
            throw Problem.conflict(
                    "the render " + task.id() + " is " + task.state().word() + ", not done");
        }
        String name = URLEncoder.encode(task.name(), StandardCharsets.UTF_8).replace("+", "%20");
        context.contentType(task.order().fileFormat().mediaType)
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

    /** Sends a file, or one range of it (RFC 9110, section 14). */
    private static final class Download {

        private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

        /** Sends the file; the whole file if the range has another form than {@code bytes=A-B}. */
        static void send(Context context, Path file) throws IOException {
            long size = Files.size(file);
            String asked = context.header("Range");
            Matcher range = RANGE.matcher(asked == null ? "" : asked);
            context.header("Accept-Ranges", "bytes");
            if (!range.matches() || Heads.only(context)) { // ranges are defined for GET only
                context.header("Content-Length", Long.toString(size));
                if (!Heads.only(context)) {
                    context.result(Files.newInputStream(file));
                }
                return;
            }
            long first = Long.parseLong(range.group(1));
            long last =
                    range.group(2).isEmpty()
                            ? size - 1
                            : Math.min(size - 1, Long.parseLong(range.group(2)));
            if (first > last) {
                context.status(416).header("Content-Range", "bytes */" + size);
                return;
            }
            context.status(206)
                    .header("Content-Range", "bytes " + first + "-" + last + "/" + size)
                    .header("Content-Length", Long.toString(last - first + 1));
            context.result(part(file, first, last - first + 1));
        }

        private static InputStream part(Path file, long first, long length) throws IOException {
            FileChannel channel = FileChannel.open(file);
            channel.position(first);
            return new FirstBytes(Channels.newInputStream(channel), length);
        }

        /** The first bytes of a stream. */
        private static final class FirstBytes extends FilterInputStream {

            private long left;

            FirstBytes(InputStream in, long left) {
                super(in);
                this.left = left;
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int count = super.read(into, from, (int) Math.min(left, most));
                left -= Math.max(0, count);
                return count;
            }
        }
    }
}
