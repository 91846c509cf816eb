package ikat.train;

/**
 * Thrown when training diverged, was restarted from its last good state with a lower learning rate,
 * and diverged again.
 */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingDivergedException(String message) {
        super(message);
    }
}
