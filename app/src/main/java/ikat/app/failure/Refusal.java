package ikat.app.failure;

/**
 * Thrown when a command cannot do what is asked; the message is the sentence that the user reads.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A refusal because it does not work: a file is missing, the disk is full. */
    public static Refusal failure(String message) {
        return new Refusal(message, ExitCodes.FAILURE);
    }

    /** A refusal because the command line or a plan file asks for what does not exist. */
    public static Refusal usage(String message) {
        return new Refusal(message, ExitCodes.USAGE);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
