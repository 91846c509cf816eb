package ikat.service;

import ikat.io.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns failures into sentences. */
public final class Sentence {

    private Sentence() {}

    /** Describes a failure on one line, without a full stop. */
    public static String of(Throwable failure) {
        return line(raw(failure));
    }

    /**
     * Describes a failure with file names but without folders, for readers who should not see
     * paths.
     */
    public static String withoutFolders(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return withoutFolders(unchecked.getCause());
        }
        if (failure instanceof FileException file) {
            return line(file.withoutFolders());
        }
        if (failure instanceof FileSystemException system && system.getFile() != null) {
            return line(ofFile(system, nameOf(system.getFile())));
        }
        return of(failure);
    }

    private static String nameOf(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private static String line(String raw) {
        String text = raw.strip();
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
        if (failure instanceof FileSystemException system) {
            return ofFile(system, system.getFile());
        }
        if (failure instanceof IOException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        boolean spoken = failure instanceof Refusal || isOurs(failure);
        return spoken && failure.getMessage() != null ? failure.getMessage() : unexpected(failure);
    }

    /**
     * Whether the message is a sentence: that of Ikat's and command-line exceptions and of range
     * errors.
     */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("ikat.")
                || failure.getClass().getName().startsWith("picocli.");
    }

    private static String ofFile(FileSystemException failure, String file) {
        if (failure instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + file + "; change it or give another file";
        }
        String reason = failure.getReason();
        return reason == null
                ? String.valueOf(file)
                : file + ": " + reason.toLowerCase(Locale.ROOT);
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
