package ikat.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses early what cannot fit on the disk, instead of after an hour of rendering. */
final class DiskSpace {

    /** No texture with grain compresses better than this. */
    private static final int BEST_COMPRESSION = 50;

    private DiskSpace() {}

    static void check(Path file, long rawBytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            check(file, rawBytes, Files.getFileStore(folder).getUsableSpace());
        }
    }

    static void check(Path file, long rawBytes, long usableBytes) throws IOException {
        long least = rawBytes / BEST_COMPRESSION;
        if (usableBytes < least) {
            throw new IOException(
                    "could not write "
                            + file
                            + ": it takes "
                            + megabytes(least)
                            + " MB or more, but the disk has "
                            + megabytes(usableBytes)
                            + " MB left; free some or choose another folder");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
