package ikat.image;

import java.io.IOException;

/**
 * A picture file that cannot be read or written; the message is one sentence that says what to do.
 */
public class ImageFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    public ImageFormatException(String message) {
        super(message);
    }

    public ImageFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
