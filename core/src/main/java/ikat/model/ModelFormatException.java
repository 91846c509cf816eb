package ikat.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a file is not a model, is damaged or malicious, or has a newer version. The message is
 * one sentence with the file, the offending value and what is allowed.
 */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception without a cause. */
    public ModelFormatException(String message) {
        this(message, null);
    }

    /** Creates an exception with a cause. */
    public ModelFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
