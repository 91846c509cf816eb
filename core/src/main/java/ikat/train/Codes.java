package ikat.train;

/** How the global vectors of a training on several pictures come about. */
public enum Codes {
    /** Each picture has a code of its own, which is learned; so its texture has a name. */
    LEARNED,
    /** Drawn at random, as published: which vector makes which texture is left to the network. */
    DRAWN
}
