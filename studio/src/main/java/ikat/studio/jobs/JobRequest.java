package ikat.studio.jobs;

import java.util.Locale;

/** What a running job is asked to do. */
public enum JobRequest {
    NONE,
    /** Keep the state and wait. */
    PAUSE,
    /** End with the best result so far. */
    STOP,
    /** End at once, since the studio closes, and resume when it starts again. */
    CLOSE,
    /** End at once; the job is deleted. */
    DELETE;

    /** The name in lower case, for clients. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
