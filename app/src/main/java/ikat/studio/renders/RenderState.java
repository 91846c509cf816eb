package ikat.studio.renders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a render is. */
enum RenderState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    STOPPED;

    /** Whether nothing will happen any more. */
    boolean isEnd() {
        return this == DONE || this == FAILED || this == STOPPED;
    }

    /** What it is called in JSON. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
