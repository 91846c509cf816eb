package ikat.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A failure with a file. Its message is one sentence with full paths; {@link #withoutFolders} is
 * the same sentence for readers who must not see where the file is stored.
 */
public class FileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String withoutFolders;

    /**
     * Creates an exception from a format string.
     *
     * @param format format of the message, with a {@code %s} for each part
     * @param parts paths, of which the short message has only the file name, exceptions, and other
     *     values
     */
    public FileException(String format, Object... parts) {
        super(text(format, parts, FileException::whole));
        withoutFolders = text(format, parts, FileException::brief);
    }

    private static String text(String format, Object[] parts, UnaryOperator<Object> word) {
        return String.format(Locale.ROOT, format, Stream.of(parts).map(word).toArray());
    }

    private static Object whole(Object part) {
        if (part instanceof IOException failure) {
            String message = failure.getMessage();
            return message == null ? failure.getClass().getSimpleName() : message;
        }
        return part;
    }

    private static Object brief(Object part) {
        if (part instanceof Path path && path.getFileName() != null) {
            return path.getFileName();
        }
        return part instanceof FileException file ? file.withoutFolders() : whole(part);
    }

    /** The message with each path replaced by its file name. */
    public String withoutFolders() {
        return withoutFolders;
    }
}
