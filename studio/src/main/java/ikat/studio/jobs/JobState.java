package ikat.studio.jobs;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    /** Waits for somebody to start it. */
    PLANNED,
    /** Waits for its turn. */
    QUEUED,
    RUNNING,
    /** Waits for somebody to let it go on. */
    PAUSED,
    /** Ended early, by somebody's wish. */
    STOPPED,
    DONE,
    FAILED;

    /** Whether nothing more will happen by itself or by a start. */
    public boolean isOver() {
        return this == STOPPED || this == DONE || this == FAILED;
    }

    /** The name in lower case, for clients. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
