package ikat.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses early what will not fit on the disk, instead of after an hour of rendering. */
final class Room {

    private Room() {}

    static void check(Path target, long bytes) throws IOException {
        Path folder = Places.folder(target);
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes) {
            throw new IOException(
                    "it takes about "
                            + megabytes(bytes)
                            + " MB, but the disk has "
                            + megabytes(room)
                            + " MB left; free some or choose another folder");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
