package ikat.studio.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A long computation that is kept on disk. Its common state is changed by {@link Jobs} only, and
 * may be read by any thread.
 */
public abstract class Job {

    private final Origin origin;
    private final String kind;
    private final EventFeed feed = new EventFeed();
    private volatile @Nullable EventFeed shared;
    private volatile JobState state;
    private volatile JobRequest request = JobRequest.NONE;
    private volatile long turn;
    private volatile @Nullable String failure;

    /**
     * The identity of a job.
     *
     * @param id in addresses; also the name of the folder
     * @param folder that holds all files of the job
     * @param created when the job was created
     */
    public record Origin(String id, Path folder, Instant created) {}

    /** A new job. */
    protected Job(Origin origin, String kind, JobState state) {
        this.origin = origin;
        this.kind = kind;
        this.state = state;
    }

    /** The kind of job, one word. */
    public final String kind() {
        return kind;
    }

    /** What clients see besides the properties that all jobs have. */
    protected abstract Map<String, Object> facts();

    /** Series of numbers, sent only to clients that request this job alone. */
    protected Map<String, Object> series() {
        return Map.of();
    }

    /** What is kept on disk to restore the job. */
    protected abstract Object details();

    /** Whether the job can be paused and resumed; otherwise it can only be stopped. */
    protected boolean pauses() {
        return false;
    }

    /** Whether there is a result so far that stopping the job would keep. */
    protected boolean hasBegun() {
        return false;
    }

    /**
     * Does the work, on the thread that all jobs share. Returns soon after {@link #request} has
     * changed from NONE.
     *
     * @return the resulting state; RUNNING if the job is to resume when the studio starts again
     * @throws IOException one sentence
     */
    protected abstract JobState work() throws IOException;

    /** The id in addresses. */
    public final String id() {
        return origin.id();
    }

    /** The folder of the job's files. */
    public final Path folder() {
        return origin.folder();
    }

    /** When the job was created. */
    public final Instant created() {
        return origin.created();
    }

    /** The state. */
    public final JobState state() {
        return state;
    }

    /** What the running job is asked to do. */
    public final JobRequest request() {
        return request;
    }

    /** Sends an event to the listeners of this job and of all jobs of its kind. */
    protected final void send(String event, Map<String, Object> body) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.putAll(body);
        feed.send(event, all);
        EventFeed others = shared;
        if (others != null) {
            others.send(event, all);
        }
    }

    final EventFeed feed() {
        return feed;
    }

    final void share(EventFeed feedOfKind) {
        shared = feedOfKind;
    }

    final long turn() {
        return turn;
    }

    final void become(JobState next) {
        state = next;
    }

    final void setRequest(JobRequest next) {
        request = next;
    }

    final void queueAt(long place) {
        turn = place;
    }

    final void fail(@Nullable String sentence) {
        failure = sentence;
    }

    /** Why the job failed. */
    public final Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    final void restore(JobStore.Kept kept) {
        state = kept.state();
        request = kept.wish();
        turn = kept.turn();
        failure = kept.failure();
    }

    /** What clients see of the job. */
    final Map<String, Object> allFacts(int position) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.put("kind", kind());
        all.put("state", state.word());
        all.put("asked", request == JobRequest.NONE ? null : request.word());
        all.put("position", position);
        all.put("created", created().toString());
        all.put("failure", failure);
        all.putAll(facts());
        return all;
    }
}
