package ikat.service;

/**
 * Thrown when a command cannot do what is requested; the message is the sentence that the user
 * reads.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The cause of a refusal. */
    public enum Kind {
        /** The operation failed: a file is missing, the disk is full. */
        FAILURE,
        /** The requested value does not exist or is out of range. */
        USAGE
    }

    private final Kind kind;

    private Refusal(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    /** A refusal because the operation failed: a file is missing, the disk is full. */
    public static Refusal failure(String message) {
        return new Refusal(message, Kind.FAILURE);
    }

    /** A refusal because the command line or a plan file is invalid. */
    public static Refusal usage(String message) {
        return new Refusal(message, Kind.USAGE);
    }

    /** The cause of a refusal. */
    public Kind kind() {
        return kind;
    }
}
