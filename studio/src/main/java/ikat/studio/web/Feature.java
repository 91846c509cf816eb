package ikat.studio.web;

import io.javalin.config.RoutesConfig;

/** A part of the studio: its routes, and what it closes with the studio. */
public interface Feature extends AutoCloseable {

    /** Adds the routes. */
    void addTo(RoutesConfig routes);

    /** Ends answers that would never end by themselves; called before the server stops. */
    default void endStreams() {}

    /** Ends all work; unfinished work is kept and resumed by the next studio. */
    @Override
    default void close() {}
}
