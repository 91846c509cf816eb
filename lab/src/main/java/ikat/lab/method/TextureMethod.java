package ikat.lab.method;

import ikat.image.Exemplar;

/** A way to make more of a texture from one picture. */
public interface TextureMethod {

    /** The name that a user types, in lower case: {@code quilting}. */
    String name();

    /** The name that a reader sees: {@code Image quilting}. */
    String title();

    /** Where it comes from: {@code Efros and Freeman 2001}. */
    String source();

    /** What the method lacks to work at all, in one sentence; empty where it lacks nothing. */
    default String lacking() {
        return "";
    }

    /**
     * Prepares for making pictures, as far as that can be done once.
     *
     * @param exemplar what to make more of
     * @param seed of everything random
     * @throws IllegalArgumentException if the method cannot work from this picture; the message is
     *     one sentence for the user
     * @throws StoppedException if {@link Effort#stop} became true
     */
    LearnedTexture learn(Exemplar exemplar, Effort effort, long seed);
}
