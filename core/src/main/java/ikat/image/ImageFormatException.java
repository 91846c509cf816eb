package ikat.image;

import ikat.io.FileException;

/**
 * Thrown if a picture file cannot be read or written. The message is one sentence that says what to
 * do.
 */
public class ImageFormatException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Creates an exception for a picture.
     *
     * @param file path or name, the subject of the sentence
     * @param reason the rest of the sentence
     */
    public ImageFormatException(Object file, String reason) {
        super("%s %s", file, reason);
        this.reason = reason;
    }

    ImageFormatException(Object file, String reason, Throwable cause) {
        this(file, reason);
        initCause(cause);
    }

    /** The sentence without its subject, such as {@code is empty; give a picture file}. */
    public String reason() {
        return reason;
    }
}
