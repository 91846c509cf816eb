package ikat.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Writes files atomically: to a temporary file in the same folder, which is synced to disk and then
 * renamed. If writing fails, the temporary file is deleted and any existing file stays unchanged.
 *
 * <p>Thread-safe, also on the same target: the last to finish wins.
 */
public final class AtomicFile {

    /** Writes the content of a file to the given temporary file. */
    @FunctionalInterface
    public interface Body {

        /** Creates and fills {@code temporary}, and closes it. */
        void writeTo(Path temporary) throws IOException;
    }

    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private AtomicFile() {}

    /**
     * Writes {@code target} through {@code body}. Symbolic links are followed; folders, devices and
     * read-only files are rejected.
     *
     * @throws IOException with the message {@code could not write TARGET: REASON}, if the folder is
     *     missing or not writable, the disk is full, or {@code body} fails
     */
    public static void write(Path target, Body body) throws IOException {
        try {
            writeThroughTemporary(followed(target), body);
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw failure(target, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static void writeThroughTemporary(Path target, Body body) throws IOException {
        requireWritable(target);
        Path temporary = temporaryFor(target);
        if (temporary.getFileSystem() == FileSystems.getDefault()) {
            temporary.toFile().deleteOnExit(); // runs after all shutdown hooks, also on Ctrl-C
        }
        Files.deleteIfExists(temporary);
        removeAbandoned(target, Instant.now());
        try {
            body.writeTo(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(target.resolveSibling("."));
    }

    private static Path followed(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        return Files.isSymbolicLink(absolute) && Files.exists(absolute)
                ? absolute.toRealPath()
                : absolute;
    }

    /**
     * Checks that a file can be written; the message of the exception continues "could not write
     * FILE: ".
     *
     * @param target absolute
     */
    public static void requireWritable(Path target) throws IOException {
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null || target.getFileName() == null) {
            throw new IOException("it is a folder; name a file in it");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it is not a regular file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("a read-only file of this name exists");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileException("there is no folder %s; create it first", folder);
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /**
     * Uses one name per target and thread, so that the list of files to delete at exit stays short.
     */
    private static Path temporaryFor(Path target) {
        long process = ProcessHandle.current().pid();
        long thread = Thread.currentThread().getId();
        return target.resolveSibling(partsOf(target) + process + "-" + thread);
    }

    private static String partsOf(Path target) {
        String start =
                target.getFileName()
                        .toString()
                        .codePoints()
                        .limit(40) // a file name has at most 255 bytes, the ending included
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return start + ".part-";
    }

    /**
     * Deletes what killed processes left of the target. A process of another machine, which cannot
     * be asked whether it lives, writes again within {@link #ABANDONED}.
     */
    static void removeAbandoned(Path target, Instant now) throws IOException {
        Path folder = target.resolveSibling(".");
        if (!Files.isReadable(folder)) {
            return; // a folder may be there to be written to only
        }
        String start = partsOf(target);
        Instant since = now.minus(ABANDONED);
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(
                        folder, file -> String.valueOf(file.getFileName()).startsWith(start))) {
            for (Path part : parts) {
                String[] numbers =
                        part.getFileName().toString().substring(start.length()).split("-");
                if (numbers[0].matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(numbers[0])).isEmpty()
                        && FileAge.modified(part, now).isBefore(since)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (NoSuchFileException e) {
            return; // somebody else has deleted it
        }
    }

    /** Makes the names of files in a folder survive a power cut, if the system supports it. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException e) {
            return; // Windows cannot open folders; the file is complete either way
        }
    }

    /** The exception for a file that could not be written; its message is one sentence. */
    public static IOException failure(Path target, IOException cause) {
        String format = "%s";
        Object reason =
                cause instanceof FileException || cause.getMessage() == null
                        ? cause
                        : cause.getMessage();
        if (cause instanceof AccessDeniedException denied) {
            format = "no permission to write %s";
            reason = Path.of(denied.getFile());
        } else if (cause instanceof NoSuchFileException missing) {
            format = "%s does not exist";
            reason = Path.of(missing.getFile());
        } else if (cause instanceof ClosedByInterruptException) {
            reason = "writing was interrupted";
        } else if (cause instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason();
        }
        FileException failure = new FileException("could not write %s: " + format, target, reason);
        failure.initCause(cause);
        return failure;
    }
}
