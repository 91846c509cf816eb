package ikat.train;

/** Origin of the global vectors in a training on several pictures. */
public enum Codes {
    /** Each picture has its own learned code, so that its texture has a name. */
    LEARNED,
    /**
     * Vectors are drawn at random, as published (PSGAN): the network decides which vector yields
     * which texture.
     */
    DRAWN
}
