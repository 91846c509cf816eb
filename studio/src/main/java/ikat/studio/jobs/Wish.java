package ikat.studio.jobs;

import java.util.Locale;

/** What somebody wants of a job that runs. */
public enum Wish {
    NONE,
    /** Keep the state and wait. */
    PAUSE,
    /** End with the best so far. */
    STOP,
    /** End at once, since the studio closes; it goes on when the studio opens again. */
    CLOSE,
    /** End at once and for ever. */
    DELETE;

    /** The name in lower case, for clients. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
