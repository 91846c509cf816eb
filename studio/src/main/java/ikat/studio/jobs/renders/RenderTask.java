package ikat.studio.jobs.renders;

import ikat.export.Export;
import ikat.service.train.OutputFiles;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobStore;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A render: a region of a plane written to a file. */
final class RenderTask extends Job {

    /** The kind of job. */
    static final String KIND = "render";

    private final RenderWriter writer;
    private final AtomicLong rendered = new AtomicLong();
    private volatile Details details;

    /**
     * What is kept of a render.
     *
     * @param name of the file in the folder
     * @param bytes 0 until the file is finished
     * @param title that it was given since, without an ending, or null
     */
    record Details(String name, RenderOrder order, long bytes, @Nullable String title) {

        Details withBytes(long size) {
            return new Details(name, order, size, title);
        }

        /** The name of the file for those who download it. */
        String shown() {
            return title == null ? name : title + "." + order.fileFormat().ending;
        }
    }

    RenderTask(Origin origin, RenderWriter writer, Details details) {
        super(origin, KIND, State.QUEUED);
        this.writer = writer;
        this.details = details;
    }

    /** Restores a render. */
    static RenderTask restored(Origin origin, RenderWriter writer, JsonNode details) {
        return new RenderTask(origin, writer, Json.MAPPER.treeToValue(details, Details.class));
    }

    RenderOrder order() {
        return details.order();
    }

    /** The name of the file for those who download it. */
    String name() {
        return details.shown();
    }

    /** Gives the file another name. */
    synchronized void rename(String title) {
        details = new Details(details.name(), details.order(), details.bytes(), title);
    }

    private synchronized void finish(long bytes) {
        details = details.withBytes(bytes);
    }

    /** The file, which exists once the render is done. */
    Path file() {
        return files().resolve(details.name());
    }

    /** The file of the certificate, which exists once a render that repeats is done. */
    Path certificate() {
        return files().resolve(OutputFiles.baseName(file()) + ".wrap.json");
    }

    /** The folder of the file and of what is kept beside it until it is finished. */
    private Path files() {
        return folder().resolve("file");
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected Map<String, Object> facts() {
        Details now = details;
        boolean done = state() == State.DONE;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", now.shown());
        all.put("share", share());
        all.put("bytes", now.bytes());
        all.put("file", done ? "/api/renders/" + id() + "/file" : null);
        all.put("thumbnail", "/api/renders/" + id() + "/thumbnail.jpg");
        all.put(
                "certificate",
                done && now.order().axes().isPresent()
                        ? "/api/renders/" + id() + "/certificate"
                        : null);
        all.put("order", now.order());
        return all;
    }

    private double share() {
        double all = (double) order().region().width() * order().region().height();
        return state() == State.DONE ? 1 : Math.min(1, rendered.get() / all);
    }

    @Override
    protected State work() throws IOException {
        rendered.set(0);
        boolean kept = false;
        try {
            checkRequest();
            if (!Export.resumable(order().region())) {
                JobStore.remove(files()); // remains of a crash
            }
            Files.createDirectories(files());
            writer.write(this, file());
            finish(Files.size(file()));
            kept = true;
            return State.DONE;
        } catch (CancellationException e) {
            if (request() == Request.NONE) {
                throw e; // not by request
            }
            kept = request() == Request.CLOSE;
            return request() == Request.STOP ? State.STOPPED : State.RUNNING;
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    "there is not enough memory just now; ask for a smaller picture", e);
        } finally {
            if (!kept) {
                JobStore.remove(files());
            }
        }
    }

    /**
     * Checks that the work is to go on.
     *
     * @throws CancellationException if the job is asked to end
     */
    void checkRequest() {
        if (request() != Request.NONE) {
            throw new CancellationException("nobody wants it any more");
        }
    }

    /** Counts rendered pixels, and reports progress. */
    void count(long pixels) {
        rendered.addAndGet(pixels);
        sendShare(share());
    }
}
