package ikat.studio.renders;

import ikat.studio.web.Failures;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.zoom.ZoomablePlane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;

/**
 * Renders, one after the other on a thread of their own, and the last of their files. Safe for many
 * threads.
 */
final class RenderLine implements AutoCloseable {

    /** Renders that are kept; of more, those that ended first go. */
    static final int MOST_KEPT = 20;

    private static final int ID_BYTES = 6;
    private static final long LONGEST_END_MILLIS = 20_000;

    private final Object lock = new Object();
    private final Map<String, RenderJob> jobs = new LinkedHashMap<>();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final RenderFolder folder;
    private final RenderWork work;
    private final SecureRandom random = new SecureRandom();
    private final Thread thread = new Thread(this::run, "studio-renders");
    private boolean closed;

    private record Waiting(RenderJob job, ZoomablePlane plane) {}

    RenderLine(RenderFolder folder, RenderWork work) {
        this.folder = folder;
        this.work = work;
        folder.earlier().forEach(job -> jobs.put(job.id(), job));
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Queues a render up.
     *
     * @param order complete
     * @param modelName for the name of the file
     * @throws Problem 503 if too many wait already
     */
    RenderJob add(RenderOrder order, String modelName, ZoomablePlane plane) {
        byte[] digits = new byte[ID_BYTES];
        random.nextBytes(digits);
        String id = HexFormat.of().formatHex(digits);
        String name =
                modelName
                        + "-"
                        + order.width()
                        + "x"
                        + order.height()
                        + "."
                        + order.fileFormat().ending();
        RenderJob job = new RenderJob(id, name, order);
        synchronized (lock) {
            makeRoom();
            jobs.put(id, job);
            queue.add(new Waiting(job, plane));
            lock.notifyAll();
        }
        return job;
    }

    private void makeRoom() {
        if (closed) {
            throw Problem.busy("the studio ends", 10);
        }
        if (jobs.size() >= MOST_KEPT) {
            RenderJob oldest =
                    jobs.values().stream()
                            .filter(RenderJob::isEnded)
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Problem.busy(
                                                    jobs.size()
                                                            + " renders wait already; stop one or"
                                                            + " wait for one",
                                                    60));
            jobs.remove(oldest.id());
            folder.delete(oldest.id());
        }
    }

    /** All renders, the newest first. */
    List<RenderJob> all() {
        synchronized (lock) {
            List<RenderJob> all = new ArrayList<>();
            jobs.values().forEach(job -> all.add(0, job));
            return all;
        }
    }

    /**
     * A render.
     *
     * @throws Problem 404 if there is none
     */
    RenderJob get(String id) {
        synchronized (lock) {
            RenderJob job = jobs.get(id);
            if (job == null) {
                throw Problem.notFound("there is no render " + Query.excerpt(id));
            }
            return job;
        }
    }

    /**
     * The file of a render.
     *
     * @throws Problem 404 if there is no such render, 409 if it is not done
     */
    Path file(RenderJob job) {
        if (job.view().state() != RenderState.DONE) {
            throw Problem.conflict(
                    "the render " + job.id() + " is " + job.view().state().word() + ", not done");
        }
        return folder.file(job);
    }

    /** Takes a render from the list, with its file. */
    void delete(String id) {
        RenderJob job = get(id);
        job.stop();
        synchronized (lock) {
            jobs.remove(id);
        }
        if (job.isEnded()) {
            folder.delete(id); // else the thread does, once it has let go of the file
        }
    }

    private void run() {
        for (Waiting next = next(); next != null; next = next()) {
            if (next.job().begin()) {
                make(next.job(), next.plane());
            }
        }
    }

    @SuppressWarnings("NullAway") // null ends the loop
    private Waiting next() {
        synchronized (lock) {
            while (queue.isEmpty() && !closed) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    closed = true;
                }
            }
            return closed ? null : queue.poll();
        }
    }

    private void make(RenderJob job, ZoomablePlane plane) {
        boolean done = false;
        try {
            Path file = folder.prepare(job);
            work.write(job, plane.level(job.order().halvings()), file);
            job.checkWanted();
            long bytes = Files.size(file);
            folder.note(job.whenDone(bytes));
            job.finish(bytes);
            done = true;
        } catch (CancellationException e) {
            job.abandon("the render was stopped");
        } catch (OutOfMemoryError e) {
            job.abandon("there is not enough memory just now; ask for a smaller picture");
        } catch (Exception | LinkageError e) {
            job.abandon(sentence(job, e));
        } finally {
            if (!done || isForgotten(job)) {
                folder.delete(job.id());
            }
        }
    }

    /** Says nothing of where the studio's folder is. */
    private String sentence(RenderJob job, Throwable failure) {
        return Failures.sentence(failure, "the render " + job.id())
                .replace(folder.file(job).toString(), job.name());
    }

    private boolean isForgotten(RenderJob job) {
        synchronized (lock) {
            return !jobs.containsKey(job.id());
        }
    }

    /** Stops what runs and takes its part away. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            jobs.values().stream().filter(job -> !job.isEnded()).forEach(RenderJob::stop);
            lock.notifyAll();
        }
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
