package ikat.train;

/** The training state that becomes the model. */
public enum Selection {
    /** The last. */
    LAST,
    /** The state that an observer of {@code ikat.score} tells least from the picture. */
    BEST,
    /** As {@link #BEST}, but training stops once there is no better state. */
    EARLY
}
