package ikat.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A failure with a file. Its message is one sentence with whole paths; {@link #withoutFolders} is
 * the same sentence for readers whom it does not concern where the file lies.
 */
public class FileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String withoutFolders;

    /**
     * A failure in a sentence.
     *
     * @param format of the message, with a {@code %s} for each part
     * @param parts paths, of which the short sentence has the last name only, failures, and other
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

    /** The message with each file's name in place of its path. */
    public String withoutFolders() {
        return withoutFolders;
    }
}
