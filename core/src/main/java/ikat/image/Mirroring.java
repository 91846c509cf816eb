package ikat.image;

/** Random mirroring of training patches. */
public enum Mirroring {
    /** No mirroring. */
    NONE,
    /**
     * Mirrored horizontally, vertically, both or neither with equal probability. Quadruples the
     * training data if the texture has no preferred direction.
     */
    RANDOM
}
