package ikat.studio.jobs;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * Design
 *
 * A job is a long computation that outlives the request that ordered it, the page that watches it,
 * and the studio itself.
 *
 * States: PLANNED (waits for a start) -> QUEUED -> RUNNING -> DONE, STOPPED or FAILED; a job that
 * can be paused also moves between QUEUED or RUNNING and PAUSED, and from FAILED back to QUEUED.
 *
 * - One lock (this object) guards every change of a job's common state; the fields are volatile,
 *   so that any thread may read them. Work itself runs outside of the lock, on the one thread of
 *   the lane: two trainings at a time would only share the cores.
 * - A running job is never interrupted. A request (JobRequest) is set, the work looks at it between
 *   steps and returns, and ended() decides from the request and the returned state what the job
 *   becomes. So pausing or stopping is never faster than a step, and never leaves half a file.
 * - Every change is written (JobStore.save, an atomic replacement of job.json) before it is sent to
 *   listeners. A studio that is killed therefore finds RUNNING jobs and queues them first; it has
 *   lost at most the work since the last checkpoint. CLOSE differs from a kill only in that the
 *   work ends at a step.
 * - "turn" orders the queue and survives a restart: lower turns first, resumed jobs at the front.
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
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int FULL_SECONDS = 60;

    private final JobStore store;
    private final int most;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, EventFeed> feeds = new ConcurrentHashMap<>();
    private final JobLane lane = new JobLane(this);
    private boolean closed;

    /** Creates a new job. */
    @FunctionalInterface
    public interface NewJob<J extends Job> {

        /** Creates the job, with its files in the folder of the origin. */
        J make(Job.Origin origin) throws IOException;
    }

    /**
     * The jobs of a store.
     *
     * @param most jobs that are kept; the oldest that has ended is deleted for a new one
     */
    public Jobs(JobStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /**
     * Restores the jobs of the store and starts working; jobs that ran when the studio ended come
     * first.
     *
     * @throws UncheckedIOException if the store cannot be read
     */
    public synchronized void begin(JobStore.Maker maker) {
        List<Job> all = load(maker);
        all.sort(Comparator.comparing(Job::created));
        all.forEach(this::put);
        for (Job job : all) {
            if (job.state() == JobState.RUNNING) {
                if (job.request() != JobRequest.STOP) {
                    job.setRequest(JobRequest.NONE);
                }
                job.become(JobState.QUEUED);
                job.queueAt(lane.front());
            }
            if (job.state() == JobState.QUEUED) {
                lane.add(job);
            }
        }
        lane.begin();
    }

    private List<Job> load(JobStore.Maker maker) {
        try {
            return store.load(maker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a new job, and deletes the oldest one that has ended if there are too many. A job whose
     * creation fails leaves no files.
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
        if (jobs.size() >= most) {
            delete(oldestEnded());
        }
        try {
            JobStore.save(job);
        } catch (IOException e) {
            throw Problem.notKept("the job", e);
        }
        put(job);
        if (job.state() == JobState.QUEUED) {
            job.queueAt(lane.back());
            lane.add(job);
        }
        changed(job);
    }

    private Job oldestEnded() {
        return jobs.values().stream()
                .filter(job -> job.state().isOver())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.busy(
                                        "there are %s already, none of them over; wait for one, or delete one"
                                                .formatted(most),
                                        FULL_SECONDS));
    }

    private void put(Job job) {
        job.share(feed(job.kind()));
        jobs.put(job.id(), job);
    }

    /** The events of all jobs of a kind. */
    EventFeed feed(String kind) {
        return feeds.computeIfAbsent(kind, name -> new EventFeed());
    }

    /** All jobs of a kind, newest first. */
    public synchronized List<Job> all(String kind) {
        List<Job> all = new ArrayList<>();
        jobs.values().stream().filter(job -> job.kind().equals(kind)).forEach(all::add);
        all.sort(Comparator.comparing(Job::created).reversed());
        return all;
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
        return job.allFacts(lane.position(job));
    }

    /** What clients see of a job, with its series of numbers. */
    public Map<String, Object> everything(Job job) {
        Map<String, Object> all = facts(job);
        all.putAll(job.series());
        return all;
    }

    /** Queues a planned job. */
    public synchronized void start(Job job) {
        require(job, "started", job.state() == JobState.PLANNED);
        enqueue(job, lane.back());
    }

    /** Pauses a job; a running one ends soon and keeps its state. */
    public synchronized void pause(Job job) {
        boolean runs = job.state() == JobState.RUNNING && job.request() == JobRequest.NONE;
        require(job, "paused", job.pauses() && (runs || job.state() == JobState.QUEUED));
        if (runs) {
            job.setRequest(JobRequest.PAUSE);
        } else {
            lane.remove(job);
            job.become(JobState.PAUSED);
        }
        changed(job);
    }

    /** Queues a paused or failed job, to resume where it was. */
    public synchronized void resume(Job job) {
        require(
                job,
                "resumed",
                job.pauses() && (job.state() == JobState.PAUSED || job.state() == JobState.FAILED));
        job.setRequest(JobRequest.NONE);
        enqueue(job, lane.back());
    }

    /** Ends a job early, and keeps its best result so far. */
    public synchronized void stop(Job job) {
        boolean waits = job.state() == JobState.QUEUED || job.state() == JobState.PAUSED;
        require(job, "stopped", waits || job.state() == JobState.RUNNING);
        job.setRequest(JobRequest.STOP);
        if (waits) {
            lane.remove(job);
            if (job.hasBegun()) {
                enqueue(job, lane.front());
                return;
            }
            job.setRequest(JobRequest.NONE);
            job.become(JobState.STOPPED);
        }
        changed(job);
    }

    /** Deletes a job and its files, whatever its state. */
    public synchronized void delete(Job job) {
        jobs.remove(job.id());
        lane.remove(job);
        boolean runs = job.state() == JobState.RUNNING;
        job.setRequest(JobRequest.DELETE);
        try {
            JobStore.forget(job);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", job.folder(), e.getMessage());
        }
        if (!runs) {
            JobStore.remove(job.folder());
        }
        job.send("gone", Map.of());
        job.feed().end();
        sendPositions();
    }

    private void enqueue(Job job, long turn) {
        job.fail(null);
        job.become(JobState.QUEUED);
        job.queueAt(turn);
        lane.add(job);
        changed(job);
    }

    private static void require(Job job, String verb, boolean fits) {
        if (!fits) {
            throw Problem.conflict(
                    "this job is "
                            + job.state().word()
                            + (job.request() == JobRequest.NONE
                                    ? ""
                                    : " and asked to " + job.request().word())
                            + ", so it cannot be "
                            + verb);
        }
    }

    /** Takes the next job from the queue and makes it RUNNING. */
    synchronized Optional<Job> take() {
        Optional<Job> next = closed ? Optional.empty() : lane.poll();
        next.ifPresent(
                job -> {
                    job.become(JobState.RUNNING);
                    changed(job);
                    sendPositions();
                });
        return next;
    }

    /** Records that the work of a job has ended, in a state or with a failure. */
    synchronized void ended(Job job, JobState state, Optional<String> failure) {
        if (job.request() == JobRequest.DELETE) {
            JobStore.remove(job.folder());
            return;
        }
        if (job.request() == JobRequest.CLOSE && state == JobState.RUNNING) {
            changed(job);
            return;
        }
        job.setRequest(JobRequest.NONE);
        job.fail(failure.orElse(null));
        job.become(state);
        changed(job);
    }

    /** Saves a job and sends its state to the listeners. */
    public void changed(Job job) {
        try {
            synchronized (this) {
                if (job.request() != JobRequest.DELETE) {
                    JobStore.save(job);
                }
            }
        } catch (IOException e) {
            LOG.warn("the job {} could not be kept: {}", job.id(), e.getMessage());
        }
        job.send("job", facts(job));
        if (job.state().isOver()) {
            job.feed().finish();
        }
    }

    private void sendPositions() {
        for (Job job : lane.waiting()) {
            job.send("job", facts(job));
        }
    }

    /** Ends the work; a running job keeps its state and resumes when the studio starts again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            for (Job job : jobs.values()) {
                if (job.state() == JobState.RUNNING && job.request() != JobRequest.STOP) {
                    job.setRequest(JobRequest.CLOSE);
                }
            }
        }
        lane.close();
        store.close();
    }

    /** Ends the connections of all listeners. */
    public synchronized void hush() {
        feeds.values().forEach(EventFeed::end);
        jobs.values().forEach(job -> job.feed().end());
    }
}
