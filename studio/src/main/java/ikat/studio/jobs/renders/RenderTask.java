package ikat.studio.jobs.renders;

import ikat.export.Export;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobState;
import ikat.studio.jobs.JobStore;
import ikat.studio.jobs.Wish;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A part of a plane that becomes a file. */
final class RenderTask extends Job {

    /** What sort of job it is. */
    static final String KIND = "render";

    private static final long TELL_EVERY_NANOS = 250_000_000L;

    private final Press press;
    private final AtomicLong rendered = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private volatile RenderDetails details;

    RenderTask(Origin origin, Press press, RenderDetails details) {
        super(origin, KIND, JobState.QUEUED);
        this.press = press;
        this.details = details;
    }

    /** A render as it was kept. */
    static RenderTask restored(Origin origin, Press press, JsonNode details) {
        return new RenderTask(origin, press, Json.MAPPER.treeToValue(details, RenderDetails.class));
    }

    RenderOrder order() {
        return details.order();
    }

    /** Of the file. */
    String name() {
        return details.name();
    }

    /** Which is there once the render is done. */
    Path file() {
        return files().resolve(name());
    }

    /** For the file and what is kept beside it until it is done. */
    private Path files() {
        return folder().resolve("file");
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected Map<String, Object> facts() {
        RenderDetails now = details;
        boolean done = state() == JobState.DONE;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", now.name());
        all.put("share", share());
        all.put("bytes", now.bytes());
        all.put("file", done ? "/api/renders/" + id() + "/file" : null);
        all.put("order", now.order());
        return all;
    }

    private double share() {
        double all = (double) order().region().width() * order().region().height();
        return state() == JobState.DONE ? 1 : Math.min(1, rendered.get() / all);
    }

    @Override
    protected JobState work() throws IOException {
        rendered.set(0);
        boolean kept = false;
        try {
            checkWanted();
            if (!Export.resumable(order().region())) {
                JobStore.remove(files()); // what a crash has left of it
            }
            Files.createDirectories(files());
            press.write(this, file());
            details = details.withBytes(Files.size(file()));
            kept = true;
            return JobState.DONE;
        } catch (CancellationException e) {
            if (wish() == Wish.NONE) {
                throw e; // which nobody asked for
            }
            kept = wish() == Wish.CLOSE;
            return wish() == Wish.STOP ? JobState.STOPPED : JobState.RUNNING;
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
     * Ends work that nobody wants any more.
     *
     * @throws CancellationException if it is to end
     */
    void checkWanted() {
        if (wish() != Wish.NONE) {
            throw new CancellationException("nobody wants it any more");
        }
    }

    /** Some more pixels are there; who listens is told a few times a second. */
    void count(long pixels) {
        rendered.addAndGet(pixels);
        long now = System.nanoTime();
        long before = told.get();
        if (now - before >= TELL_EVERY_NANOS && told.compareAndSet(before, now)) {
            tell("progress", Map.of("share", share()));
        }
    }
}
