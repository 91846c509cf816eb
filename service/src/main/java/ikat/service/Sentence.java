package ikat.service;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Failures in one sentence each. */
public final class Sentence {

    private Sentence() {}

    /** Says what went wrong, on one line, without a full stop. */
    public static String of(Throwable failure) {
        String text = raw(failure).strip();
        String line = text.lines().findFirst().orElse(text);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String raw(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return raw(unchecked.getCause());
        }
        if (failure instanceof OutOfMemoryError) {
            return "there is not enough memory; give a smaller --size, --patch, --batch or --width,"
                    + " or let Java have more with IKAT_JAVA_OPTS=-Xmx4g";
        }
        if (failure instanceof LinkageError) {
            return "the native library for training and fast rendering cannot be loaded here ("
                    + firstLine(failure)
                    + "); rendering works without it: --engine java";
        }
        if (failure instanceof IOException broken) {
            return ofFile(broken);
        }
        boolean spoken = failure instanceof Refusal || isOurs(failure);
        return spoken && failure.getMessage() != null ? failure.getMessage() : unexpected(failure);
    }

    /** Exceptions of Ikat and of the command line, and range errors, carry a sentence. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("ikat.")
                || failure.getClass().getName().startsWith("picocli.");
    }

    private static String ofFile(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile() + "; change it or give another file";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + ": " + system.getReason().toLowerCase(Locale.ROOT);
        }
        if (failure instanceof FileNotFoundException || failure.getMessage() != null) {
            return String.valueOf(failure.getMessage());
        }
        return unexpected(failure);
    }

    private static String unexpected(Throwable failure) {
        return "something unexpected went wrong ("
                + firstLine(failure)
                + "); --stacktrace shows where";
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
    }
}
