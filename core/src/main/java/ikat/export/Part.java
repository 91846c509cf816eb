package ikat.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Append-only temporary file beside its target. */
final class Part implements Closeable {

    private final Path file;
    private final Path target;
    private final FileChannel channel;
    private long length;

    private Part(Path file, Path target) throws IOException {
        this.file = file;
        this.target = target;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Opens the file, keeping what an earlier attempt wrote.
     *
     * @throws IOException if another process is writing it
     */
    static Part open(Path target) throws IOException {
        Part part = new Part(target.resolveSibling(target.getFileName() + ".part"), target);
        try {
            if (part.channel.tryLock() == null) {
                throw new IOException("another process is writing it; let it end first");
            }
        } catch (OverlappingFileLockException e) {
            part.close();
            throw new IOException("it is being written already", e);
        }
        return part;
    }

    /**
     * Truncates the file to a number of bytes and appends from there.
     *
     * @throws IOException if the file is shorter, or the number is negative
     */
    void cutTo(long bytes) throws IOException {
        if (bytes < 0) {
            throw Resume.damaged();
        }
        if (channel.size() < bytes) {
            throw new IOException(file + " of an earlier start is shorter than it was");
        }
        channel.truncate(bytes);
        channel.position(bytes);
        length = bytes;
    }

    long length() {
        return length;
    }

    void append(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        length += bytes.length;
    }

    /** Overwrites existing bytes; the append position does not change. */
    void overwrite(long at, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }

    /** Forces what has been written to disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Moves the file to its target. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
