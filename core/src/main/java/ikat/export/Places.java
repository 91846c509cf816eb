package ikat.export;

import ikat.io.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Locations of an export and of its resume file. */
final class Places {

    private Places() {}

    /** The nearest existing folder above a file. */
    static Path folder(Path target) {
        Path folder = fixed(target).toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    /** The file that holds the progress of an interrupted export. */
    static Path resume(Path target) {
        return NumberedTiles.matches(target.toString())
                ? fixed(target).resolveSibling("ikat.resume")
                : target.resolveSibling(target.getFileName() + ".resume");
    }

    /** A path in the deepest folder that does not depend on the tile. */
    private static Path fixed(Path target) {
        String name = target.toString();
        int brace = name.indexOf('{');
        return brace < 0 ? target : Path.of(name.substring(0, brace) + "_");
    }

    /** Checks, before anything is rendered, that the target can be written. */
    static void check(Path target) throws IOException {
        if (!NumberedTiles.matches(target.toString())) {
            AtomicFile.requireWritable(target.toAbsolutePath());
        } else if (!Files.isWritable(folder(target))) {
            throw new AccessDeniedException(folder(target).toString());
        }
    }
}
