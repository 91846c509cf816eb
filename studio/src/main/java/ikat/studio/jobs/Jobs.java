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

/**
 * Jobs of some kinds, and the queue of those that are to be done: one at a time, since each uses
 * all cores. Safe for many threads.
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

    /** Makes a new job from what was asked for. */
    @FunctionalInterface
    public interface NewJob<J extends Job> {

        /** Makes it, with its files in the folder of the origin. */
        J make(Job.Origin origin) throws IOException;
    }

    /**
     * Jobs that are kept in a store.
     *
     * @param most how many are kept; of more, the oldest that are over go
     */
    public Jobs(JobStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /**
     * Reads what the store holds and begins to work: what ran when the studio ended comes first.
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
     * Takes in a new job; the oldest that is over makes room where there are too many. Nothing is
     * left of one that cannot be made.
     *
     * @throws IOException as thrown by the maker
     * @throws Problem 409 if another studio works in the same folder, 503 if there is no room, or
     *     none on the disk
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
            delete(oldestThatIsOver());
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

    private Job oldestThatIsOver() {
        return jobs.values().stream()
                .filter(job -> job.state().isOver())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.busy("there are %s already, none of them over; wait for one, or delete one"
.formatted(most),
                                        FULL_SECONDS));
    }

    private void put(Job job) {
        job.share(feed(job.kind()));
        jobs.put(job.id(), job);
    }

    /** Tells of all jobs of a kind. */
    EventFeed feed(String kind) {
        return feeds.computeIfAbsent(kind, name -> new EventFeed());
    }

    /** All jobs of a kind, the newest first. */
    public synchronized List<Job> all(String kind) {
        List<Job> all = new ArrayList<>();
        jobs.values().stream().filter(job -> job.kind().equals(kind)).forEach(all::add);
        all.sort(Comparator.comparing(Job::created).reversed());
        return all;
    }

    /**
     * The job of an id.
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

    /** The same with long courses of numbers. */
    public Map<String, Object> everything(Job job) {
        Map<String, Object> all = facts(job);
        all.putAll(job.series());
        return all;
    }

    /** Queues a job that was planned. */
    public synchronized void start(Job job) {
        require(job, "started", job.state() == JobState.PLANNED);
        enqueue(job, lane.back());
    }

    /** Lets a job wait; one that runs ends soon and keeps its state. */
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

    /** Queues a job that waits, or failed, to go on where it was. */
    public synchronized void resume(Job job) {
        require(
                job,
                "resumed",
                job.pauses() && (job.state() == JobState.PAUSED || job.state() == JobState.FAILED));
        job.setRequest(JobRequest.NONE);
        enqueue(job, lane.back());
    }

    /** Ends a job early, keeping the best so far. */
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

    /** Removes a job and its files, whatever it does. */
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
        tellPositions();
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

    /** Next in the queue, which runs from now on. */
    synchronized Optional<Job> take() {
        Optional<Job> next = closed ? Optional.empty() : lane.poll();
        next.ifPresent(
                job -> {
                    job.become(JobState.RUNNING);
                    changed(job);
                    tellPositions();
                });
        return next;
    }

    /** A job has ended in a state, or with a failure. */
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

    /** Keeps a job as it is now and tells who listens. */
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

    private void tellPositions() {
        for (Job job : lane.waiting()) {
            job.send("job", facts(job));
        }
    }

    /** Ends the work; what runs keeps its state and goes on when the studio opens again. */
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

    /** Lets everybody go who listens. */
    public synchronized void hush() {
        feeds.values().forEach(EventFeed::end);
        jobs.values().forEach(job -> job.feed().end());
    }
}
