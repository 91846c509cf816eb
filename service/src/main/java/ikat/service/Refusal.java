package ikat.service;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    private Refusal(Kind kind, String format, @Nullable Object... values) {
        super(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
        this.kind = kind;
    }

    /**
     * A refusal because the operation failed: a file is missing, the disk is full.
     *
     * @param format format string of the message; without values, the message as it is
     */
    public static Refusal failure(String format, @Nullable Object... values) {
        return new Refusal(Kind.FAILURE, format, values);
    }

    /**
     * A refusal because the command line or a plan file is invalid.
     *
     * @param format format string of the message; without values, the message as it is
     */
    public static Refusal usage(String format, @Nullable Object... values) {
        return new Refusal(Kind.USAGE, format, values);
    }

    /** The cause of a refusal. */
    public Kind kind() {
        return kind;
    }
}
