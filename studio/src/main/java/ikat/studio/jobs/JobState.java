package ikat.studio.jobs;

import java.util.Locale;

/** The state of a job. */
public enum JobState {
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
