package ikat.train;

/** Which state of a training becomes the model. */
public enum Selection {
    /** The last. */
    LAST,
    /** The one that scored best against the picture ({@code ikat.score}). */
    BEST,
    /** As {@link #BEST}, and training ends once the score gets no better. */
    EARLY
}
