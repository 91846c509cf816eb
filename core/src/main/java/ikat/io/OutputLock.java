package ikat.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds an output for one process, so that two that would write it do not undo each other's work.
 * The lock is on a file {@code .NAME.lock} beside the output, which is deleted with the lock; the
 * system releases it if the process dies.
 */
public final class OutputLock implements AutoCloseable {

    private static final int TRIES = 5;

    private final Path file;
    private final FileChannel channel;

    private OutputLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Claims an output.
     *
     * @param target a file or pattern in a folder that exists
     * @throws IOException if another process, or another part of this one, writes it; the message
     *     continues "could not write TARGET: "
     */
    public static OutputLock claim(Path target) throws IOException {
        Path name = target.getFileName();
        Path file = target.resolveSibling("." + name + ".lock");
        for (int i = 0; i < TRIES; i++) {
            OutputLock lock = tryClaim(file);
            if (lock == null) {
                throw new FileException(
                        "another start is writing it just now; wait for it, or give another name");
            }
            if (Files.exists(file)) {
                return lock;
            }
            lock.channel.close(); // whoever held it has deleted the file since it was opened
        }
        throw new FileException("%s cannot be locked", file);
    }

    private static @Nullable OutputLock tryClaim(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process
        } finally {
            if (held == null) {
                channel.close();
            }
        }
        return held == null ? null : new OutputLock(file, channel);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
