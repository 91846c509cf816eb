package ikat.render;

import ikat.model.TextureModel;

/** Opens engines of one kind; found through {@link java.util.ServiceLoader}. */
public interface GeneratorProvider {

    /** A short name, such as {@code java} or {@code torch}. */
    String name();

    /** Which of several engines to prefer: the highest speed wins. */
    int speed();

    /** Whether this engine can run on this machine. */
    boolean available();

    /**
     * Opens an engine for a model.
     *
     * @param threads threads that one picture may use, at least 1
     */
    Generator open(TextureModel model, int threads);
}
