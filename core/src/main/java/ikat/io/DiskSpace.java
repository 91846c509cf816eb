package ikat.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks of free disk space before a long computation. */
public final class DiskSpace {

    /** No texture with grain compresses better than this. */
    private static final int BEST_COMPRESSION = 50;

    private DiskSpace() {}

    public static void check(Path file, long rawBytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            check(file, rawBytes, Files.getFileStore(folder).getUsableSpace());
        }
    }

    public static void check(Path file, long rawBytes, long usableBytes) throws IOException {
        long least = rawBytes / BEST_COMPRESSION;
        String takes = "could not write %s: it takes " + megabytes(least) + " MB or more";
        require(takes, file, least, usableBytes);
    }

    /**
     * Checks that a folder's disk has enough space.
     *
     * @param bytes approximate number of bytes to be written
     * @throws IOException if there is too little space; the message is one sentence
     */
    public static void require(Path folder, long bytes) throws IOException {
        String takes = "it takes about " + megabytes(bytes) + " MB";
        require(takes, folder, bytes, Files.getFileStore(folder).getUsableSpace());
    }

    private static void require(String takes, Path file, long bytes, long usableBytes)
            throws IOException {
        if (usableBytes < bytes) {
            throw new FileException(
                    "%s, but the disk has %s MB left; free some or choose another folder"
                            .formatted(takes, megabytes(usableBytes)),
                    file);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
