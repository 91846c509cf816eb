package ikat.service.train;

import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks before a long training that its files can be written after it. */
public final class WritableFolder {

    private WritableFolder() {}

    /**
     * Checks files of one folder, and that a new file can be made in it.
     *
     * @throws Refusal if one of them cannot be written
     */
    public static void check(List<Path> files) {
        files.forEach(WritableFolder::checkFile);
        Path folder = files.get(0).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.failure("there is no folder %s; create it first", folder);
        }
        try {
            Path probe = Files.createTempFile(folder, "ikat", ".part-probe");
            try {
                Files.write(probe, new byte[4096]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw Refusal.failure(
                    "nothing can be written to the folder %s; give another one with --output",
                    folder);
        }
    }

    private static void checkFile(Path file) {
        if (Files.isDirectory(file)) {
            throw Refusal.failure(
                    "%s is a folder, but a file must be written there; give another --output",
                    file);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw Refusal.failure(
                    "%s exists and may not be written; change its permissions or give another"
                            + " --output",
                    file);
        }
    }
}
