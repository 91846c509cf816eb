package ikat.train;

/** The training state that becomes the model. */
public enum Selection {
    /** The last. */
    LAST,
    /** The state that scored best against the picture ({@code ikat.score}). */
    BEST,
    /** As {@link #BEST}, but training stops once the score no longer improves. */
    EARLY
}
