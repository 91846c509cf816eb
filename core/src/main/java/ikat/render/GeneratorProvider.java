package ikat.render;

import ikat.model.TextureModel;

/** Factory of one kind of engine, discovered by {@link java.util.ServiceLoader}. */
public interface GeneratorProvider {

    /** A short name, such as {@code java} or {@code torch}. */
    String name();

    /** Rank among the available engines; the highest is preferred. */
    int speed();

    /** Whether this engine can run on this machine. */
    boolean available();

    /**
     * Opens an engine for a model.
     *
     * @param threads number of threads that one call may use, at least 1
     */
    Generator open(TextureModel model, int threads);
}
