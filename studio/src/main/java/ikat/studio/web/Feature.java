package ikat.studio.web;

import io.javalin.config.RoutesConfig;

/** A part of the studio: what it answers, and what ends with it. */
public interface Feature extends AutoCloseable {

    /** Adds what this answers. */
    void addTo(RoutesConfig routes);

    /** The studio is about to close: lets go of answers that would go on and on. */
    default void hush() {}

    /** Ends what runs; what is unfinished is kept where it can be gone on with. */
    @Override
    default void close() {}
}
