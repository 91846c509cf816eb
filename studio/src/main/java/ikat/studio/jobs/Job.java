package ikat.studio.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of heavy work. What is common to all is changed by {@link Jobs} only; it may be read by
 * any thread.
 */
public abstract class Job {

    private final Origin origin;
    private final String kind;
    private final Feed feed = new Feed();
    private volatile @Nullable Feed shared;
    private volatile JobState state;
    private volatile Wish wish = Wish.NONE;
    private volatile long turn;
    private volatile @Nullable String failure;

    /**
     * Where a job comes from.
     *
     * @param id in addresses; also the name of the folder
     * @param folder that holds all of the job's files
     * @param created when
     */
    public record Origin(String id, Path folder, Instant created) {}

    /** A job that has just been made. */
    protected Job(Origin origin, String kind, JobState state) {
        this.origin = origin;
        this.kind = kind;
        this.state = state;
    }

    /** Which sort of job it is, one word. */
    public final String kind() {
        return kind;
    }

    /** What clients see of it besides what all jobs have. */
    protected abstract Map<String, Object> facts();

    /** Long courses of numbers, for who asks for this job alone. */
    protected Map<String, Object> series() {
        return Map.of();
    }

    /** What is kept on the disk, so that the job can be had again. */
    protected abstract Object details();

    /**
     * Whether it may be paused, because it can go on from where it was.
     *
     * @return otherwise it can only be stopped
     */
    protected boolean pauses() {
        return false;
    }

    /** Whether there is something that ending it early would keep. */
    protected boolean hasBegun() {
        return false;
    }

    /**
     * Does the work, on the thread that all jobs share. Ends soon once {@link #wish} is not NONE.
     *
     * @return the state it is in then; RUNNING if it is to go on when the studio opens again
     * @throws IOException one sentence
     */
    protected abstract JobState work() throws IOException;

    /** In addresses. */
    public final String id() {
        return origin.id();
    }

    /** Of the job's files. */
    public final Path folder() {
        return origin.folder();
    }

    /** When it was made. */
    public final Instant created() {
        return origin.created();
    }

    /** Where it stands. */
    public final JobState state() {
        return state;
    }

    /** What somebody wants of it. */
    public final Wish wish() {
        return wish;
    }

    /** Tells who listens to this job, or to all of its kind. */
    protected final void tell(String event, Map<String, Object> body) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.putAll(body);
        feed.tell(event, all);
        Feed others = shared;
        if (others != null) {
            others.tell(event, all);
        }
    }

    final Feed feed() {
        return feed;
    }

    final void share(Feed feedOfKind) {
        shared = feedOfKind;
    }

    /** Why it failed. */
    public final Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    final long turn() {
        return turn;
    }

    final void become(JobState next) {
        state = next;
    }

    final void want(Wish next) {
        wish = next;
    }

    final void queueAt(long place) {
        turn = place;
    }

    final void fail(@Nullable String sentence) {
        failure = sentence;
    }

    final void restore(JobFile file) {
        state = file.state();
        wish = file.wish();
        turn = file.turn();
        failure = file.failure();
    }

    /** What clients see of it. */
    final Map<String, Object> allFacts(int position) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.put("kind", kind());
        all.put("state", state.word());
        all.put("asked", wish == Wish.NONE ? null : wish.word());
        all.put("position", position);
        all.put("created", created().toString());
        all.put("failure", failure);
        all.putAll(facts());
        return all;
    }
}
