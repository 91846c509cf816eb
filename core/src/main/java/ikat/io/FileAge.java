package ikat.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Ages of files, whatever the clock did since they were written. */
public final class FileAge {

    private FileAge() {}

    /**
     * Returns when a file was modified last. A time in the future, as left by a clock that was set
     * back, is replaced by the present, in the file too: so the file is young now, and ages.
     *
     * @param now the present
     */
    public static Instant modified(Path file, Instant now) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        if (!modified.isAfter(now)) {
            return modified;
        }
        Files.setLastModifiedTime(file, FileTime.from(now));
        return now;
    }
}
