package ikat.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file is not what it should be: no model, damaged, hostile, or of a newer version. The message
 * is one sentence with the file, the offending value and what is allowed.
 */
public final class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** An exception without a cause. */
    public ModelFormatException(String message) {
        this(message, null);
    }

    /** An exception caused by another one. */
    public ModelFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
