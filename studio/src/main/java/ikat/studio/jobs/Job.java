package ikat.studio.jobs;

import ikat.studio.web.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A long computation that is kept on disk. Its common state is changed by {@link Jobs} only, and
 * may be read by any thread.
 */
public abstract class Job {

    private static final long REPORT_NANOS = 250_000_000L;
    private static final int MOST_TRIES = 2;
    private static final String DIED =
            "the studio ended without notice twice while it was at work on this, perhaps for want"
                    + " of memory; it goes on from where it was if it is resumed";

    final EventFeed feed = new EventFeed();
    volatile @Nullable EventFeed feedOfKind;
    volatile State state;
    volatile Request request = Request.NONE;
    volatile long turn; // lower ones come first in the queue
    volatile @Nullable String failure; // one sentence
    volatile int tries; // begun and not ended, because the process died
    private final Origin origin;
    private final String kind;
    private final AtomicLong reported = new AtomicLong(); // when progress was

    /** The state of a job. */
    public enum State {
        /** Waits to be started. */
        PLANNED,
        /** Waits for its turn. */
        QUEUED,
        RUNNING,
        /** Waits to be resumed. */
        PAUSED,
        /** Ended early, by request. */
        STOPPED,
        DONE,
        FAILED;

        /** Whether the job has ended; a failed one may still be resumed. */
        public boolean isOver() {
            return this == STOPPED || this == DONE || this == FAILED;
        }

        /** The name in lower case, for clients. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a running job is asked to do. */
    public enum Request {
        NONE,
        /** Keep the state and wait. */
        PAUSE,
        /** End with the best result so far. */
        STOP,
        /** End at once, since the studio closes, and resume when it starts again. */
        CLOSE,
        /** End at once; the job is deleted. */
        DELETE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The identity of a job.
     *
     * @param id in addresses; also the name of the folder
     * @param folder that holds all files of the job
     * @param created when the job was created
     */
    public record Origin(String id, Path folder, Instant created) {}

    /** A new job. */
    protected Job(Origin origin, String kind, State state) {
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
    protected abstract State work() throws IOException;

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
    public final State state() {
        return state;
    }

    /** What the running job is asked to do. */
    public final Request request() {
        return request;
    }

    /** Sends an event to the listeners of this job and of all jobs of its kind. */
    protected final void send(String event, Map<String, Object> body) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.putAll(body);
        feed.send(event, all);
        EventFeed others = feedOfKind;
        if (others != null) {
            others.send(event, all);
        }
    }

    /** Sends what share of the work is done, a few times a second at most. Thread-safe. */
    protected final void sendShare(double share) {
        long now = System.nanoTime();
        long before = reported.get();
        if (now - before >= REPORT_NANOS && reported.compareAndSet(before, now)) {
            send("progress", Map.of("share", share));
        }
    }

    final void restore(JobStore.Kept kept) {
        state = kept.state();
        request = kept.wish();
        turn = kept.turn();
        failure = kept.failure();
        tries = kept.tries() == null ? 0 : kept.tries();
    }

    /**
     * Queues a job that ran when the studio ended, or lets it fail if the process has died at it
     * too often.
     */
    final void takeUpAgain(long firstTurn) {
        boolean poison = tries >= MOST_TRIES;
        if (poison || request != Request.STOP) {
            request = Request.NONE;
        }
        if (poison) {
            tries = 0;
            failure = DIED;
            state = State.FAILED;
        } else {
            turn = firstTurn;
            state = State.QUEUED;
        }
    }

    /** Throws a Problem (409) unless the state of the job fits. */
    final void require(String verb, boolean fits) {
        if (!fits) {
            throw Problem.conflict(
                    "this job is "
                            + state.word()
                            + (request == Job.Request.NONE ? "" : " and asked to " + request.word())
                            + ", so it cannot be "
                            + verb);
        }
    }

    /** What clients see of the job. */
    final Map<String, Object> allFacts(int position) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.put("kind", kind());
        all.put("state", state.word());
        all.put("asked", request == Request.NONE ? null : request.word());
        all.put("position", position);
        all.put("created", created().toString());
        all.put("failure", failure);
        all.putAll(facts());
        return all;
    }
}
