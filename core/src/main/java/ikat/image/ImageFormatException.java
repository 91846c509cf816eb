package ikat.image;

import ikat.io.FileException;

/**
 * A picture file that cannot be read or written; the message is one sentence that says what to do.
 */
public class ImageFormatException extends FileException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * A failure with a picture.
     *
     * @param file its path or its name, the subject of the sentence
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
