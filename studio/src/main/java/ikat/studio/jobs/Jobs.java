package ikat.studio.jobs;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Design
 *
 * A job is a long computation that outlives the request that ordered it, the page that watches it,
 * and the studio itself.
 *
 * States: PLANNED (waits for a start) -> QUEUED -> RUNNING -> DONE, STOPPED or FAILED; a job that
 * can be paused also moves between QUEUED or RUNNING and PAUSED, and from FAILED back to QUEUED;
 * one that is prolonged, from any state that it has ended in.
 *
 * - One lock (this object) guards every change of a job's common state; the fields are volatile,
 *   so that any thread may read them. Work itself runs outside of the lock, on the one thread of
 *   the worker: two trainings at a time would only share the cores.
 * - A running job is never interrupted. A request (Job.Request) is set, the work looks at it between
 *   steps and returns, and ended() decides from the request and the returned state what the job
 *   becomes. So pausing or stopping is never faster than a step, and never leaves half a file.
 * - Every change is written (JobStore.save, an atomic replacement of job.json) before it is sent to
 *   listeners. A studio that is killed therefore finds RUNNING jobs and queues them first; it has
 *   lost at most the work since the last checkpoint. A job at which it died twice has failed, so
 *   that one that kills the process does not do so at every start. CLOSE differs from a kill only in that the
 *   work ends at a step.
 * - The queue is all QUEUED jobs by "turn", which survives a restart: lower turns first, resumed
 *   jobs at the front.
 * - Deletion removes job.json first. A crash between that and the end of the deletion leaves a
 *   folder without job.json, which the next load removes. The files of a running job are deleted by
 *   ended(), since the work may still write.
 * - The store's folder is locked by one studio at a time; a second one sees no jobs and refuses new
 *   ones, instead of running them twice.
 */

/**
 * The jobs of one store and their queue. Jobs run one at a time, since each uses all cores.
 * Thread-safe.
 */
public final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int FULL_SECONDS = 60;
    private static final Comparator<Job> BY_AGE = Comparator.comparing(Job::created);

    private final JobStore store;
    private final int most;
    private final long mostBytes;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, EventFeed> feeds = new ConcurrentHashMap<>();
    private final JobWorker worker = new JobWorker(this);
    private boolean closed;

    /** Creates a new job. */
    @FunctionalInterface
    public interface NewJob<J extends Job> {

        /** Creates the job, with its files in the folder of the origin. */
        J make(Job.Origin origin) throws IOException;
    }

    Jobs(Path folder, int most, long mostBytes) {
        this.store = new JobStore(folder);
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /**
     * Restores the jobs that were kept and starts working; jobs that ran when the studio ended come
     * first.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    synchronized void begin(Function<String, JobFeature> kinds) {
        try {
            store.load(kinds).stream().sorted(BY_AGE).forEach(this::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Job job : jobs.values()) {
            if (job.state == Job.State.RUNNING) {
                job.takeUpAgain(front());
                changed(job);
            }
        }
        worker.start();
    }

    /**
     * Adds a new job, and deletes the oldest that have ended if there are too many or they take too
     * much of the disk. A job whose creation fails leaves no files.
     *
     * @throws IOException as thrown by the maker
     * @throws Problem 409 if another studio uses the same folder, 503 if there are too many jobs or
     *     the disk is full
     */
    public <J extends Job> J add(NewJob<J> maker) throws IOException {
        Job.Origin origin = newOrigin();
        boolean added = false;
        try {
            J job = maker.make(origin);
            add(job);
            added = true;
            return job;
        } finally {
            if (!added) {
                JobStore.remove(origin.folder());
            }
        }
    }

    private Job.Origin newOrigin() {
        try {
            return store.newOrigin();
        } catch (IOException e) {
            throw Problem.notKept("the job", e);
        }
    }

    private synchronized void add(Job job) {
        makeRoom();
        try {
            JobStore.save(job);
        } catch (IOException e) {
            throw Problem.notKept("the job", e);
        }
        job.turn = back();
        put(job);
        changed(job);
        notifyAll();
    }

    /** Deletes jobs that have ended, the oldest first, until one more may be kept. */
    private void makeRoom() {
        long bytes = jobs.values().stream().mapToLong(job -> JobStore.bytes(job.folder())).sum();
        while (jobs.size() >= most
                || (bytes > mostBytes
                        && jobs.values().stream().anyMatch(one -> one.state.isOver()))) {
            Job oldest = oldestEnded();
            bytes -= JobStore.bytes(oldest.folder());
            delete(oldest);
        }
    }

    private Job oldestEnded() {
        return jobs.values().stream()
                .filter(job -> job.state.isOver())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.busy(
                                        "there are %s already, none of them over; wait for one, or delete one"
                                                .formatted(most),
                                        FULL_SECONDS));
    }

    private void put(Job job) {
        job.feedOfKind = feed(job.kind());
        jobs.put(job.id(), job);
    }

    /** The events of all jobs of a kind. */
    EventFeed feed(String kind) {
        return feeds.computeIfAbsent(kind, name -> new EventFeed());
    }

    /** All jobs of a kind, newest first. */
    public synchronized List<Job> all(String kind) {
        return jobs.values().stream()
                .filter(job -> job.kind().equals(kind))
                .sorted(BY_AGE.reversed())
                .toList();
    }

    /** The jobs that wait, the next one first. */
    private List<Job> waiting() {
        return jobs.values().stream()
                .filter(job -> job.state == Job.State.QUEUED)
                .sorted(Comparator.comparingLong(job -> job.turn))
                .toList();
    }

    /** A turn before all others. */
    private long front() {
        return waiting().stream().mapToLong(job -> job.turn).min().orElse(0) - 1;
    }

    /** A turn after all others. */
    private long back() {
        return waiting().stream().mapToLong(job -> job.turn).max().orElse(0) + 1;
    }

    /** 1 for the next, 0 for a job that does not wait. */
    private synchronized int position(Job job) {
        return waiting().indexOf(job) + 1;
    }

    /**
     * Finds a job by its id.
     *
     * @throws Problem 404 if there is none of that kind
     */
    public synchronized <J extends Job> J get(Class<J> kind, String id) {
        Job job = jobs.get(id);
        if (!kind.isInstance(job)) {
            throw Problem.notFound("there is no job " + Query.excerpt(id));
        }
        return kind.cast(job);
    }

    /** What clients see of a job. */
    public Map<String, Object> facts(Job job) {
        return job.allFacts(position(job));
    }

    /** What clients see of a job, with its series of numbers. */
    public Map<String, Object> everything(Job job) {
        Map<String, Object> all = facts(job);
        all.putAll(job.series());
        return all;
    }

    /** Queues a planned job. */
    public synchronized void start(Job job) {
        job.require("started", job.state == Job.State.PLANNED);
        enqueue(job, back());
    }

    /** Pauses a job; a running one ends soon and keeps its state. */
    public synchronized void pause(Job job) {
        boolean runs = job.state == Job.State.RUNNING && job.request == Job.Request.NONE;
        job.require("paused", job.pauses() && (runs || job.state == Job.State.QUEUED));
        if (runs) {
            job.request = Job.Request.PAUSE;
        } else {
            job.state = Job.State.PAUSED;
        }
        changed(job);
    }

    /** Queues a paused or failed job, to resume where it was. */
    public synchronized void resume(Job job) {
        job.require(
                "resumed",
                job.pauses() && (job.state == Job.State.PAUSED || job.state == Job.State.FAILED));
        job.request = Job.Request.NONE;
        enqueue(job, back());
    }

    /**
     * Gives a job that pauses more to do; one that has ended or waits to be resumed is queued
     * first. A running one sees the change by itself.
     *
     * @param change of what is to be done
     */
    public synchronized void prolong(Job job, Runnable change) {
        job.require("prolonged", job.pauses() && job.request == Job.Request.NONE);
        change.run();
        if (job.state.isOver() || job.state == Job.State.PAUSED) {
            enqueue(job, front());
        } else {
            changed(job);
        }
    }

    /** Ends a job early, and keeps its best result so far. */
    public synchronized void stop(Job job) {
        boolean waits = job.state == Job.State.QUEUED || job.state == Job.State.PAUSED;
        job.require("stopped", waits || job.state == Job.State.RUNNING);
        job.request = Job.Request.STOP;
        if (waits) {
            if (job.hasBegun()) {
                enqueue(job, front());
                return;
            }
            job.request = Job.Request.NONE;
            job.state = Job.State.STOPPED;
        }
        changed(job);
    }

    /** Deletes a job and its files, whatever its state. */
    public synchronized void delete(Job job) {
        jobs.remove(job.id());
        boolean runs = job.state == Job.State.RUNNING;
        job.request = Job.Request.DELETE;
        try {
            JobStore.forget(job);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", job.folder(), e.getMessage());
        }
        if (!runs) {
            JobStore.remove(job.folder());
        }
        job.send("gone", Map.of());
        job.feed.end();
        sendPositions();
    }

    private void enqueue(Job job, long turn) {
        job.failure = null;
        job.turn = turn;
        job.state = Job.State.QUEUED;
        changed(job);
        notifyAll();
    }

    /** Waits for the next job and makes it RUNNING; empty when the studio closes. */
    synchronized Optional<Job> take() throws InterruptedException {
        while (!closed && waiting().isEmpty()) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        Job next = waiting().get(0);
        next.state = Job.State.RUNNING;
        next.tries++;
        changed(next);
        sendPositions();
        return Optional.of(next);
    }

    /** Records that the work of a job has ended, in a state or with a failure. */
    synchronized void ended(Job job, Job.State state, @Nullable String failure) {
        if (job.request == Job.Request.DELETE) {
            JobStore.remove(job.folder());
            return;
        }
        job.tries = 0;
        if (job.request != Job.Request.CLOSE || state != Job.State.RUNNING) {
            job.request = Job.Request.NONE;
            job.failure = failure;
            job.state = state;
        }
        changed(job);
    }

    /** Saves a job and sends its state to the listeners. */
    public void changed(Job job) {
        try {
            synchronized (this) {
                if (job.request != Job.Request.DELETE) {
                    JobStore.save(job);
                }
            }
        } catch (IOException e) {
            LOG.warn("the job {} could not be kept: {}", job.id(), e.getMessage());
        }
        job.send("job", facts(job));
        if (job.state.isOver()) {
            job.feed.finish();
        }
    }

    private void sendPositions() {
        for (Job job : waiting()) {
            job.send("job", facts(job));
        }
    }

    /** Ends the work; a running job keeps its state and resumes when the studio starts again. */
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            for (Job job : jobs.values()) {
                if (job.state == Job.State.RUNNING) {
                    if (job.request != Job.Request.STOP) {
                        job.request = Job.Request.CLOSE;
                    }
                    job.tries = 0; // the process may end before the work, but not because of it
                    changed(job);
                }
            }
        }
        worker.join();
        store.close();
    }

    /** Ends the connections of all listeners. */
    synchronized void endStreams() {
        feeds.values().forEach(EventFeed::end);
        jobs.values().forEach(job -> job.feed.end());
    }
}
