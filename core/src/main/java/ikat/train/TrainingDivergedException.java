package ikat.train;

/**
 * Thrown when training broke down, was set back to its last good state with a lower rate, and broke
 * down again.
 */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingDivergedException(String message) {
        super(message);
    }
}
