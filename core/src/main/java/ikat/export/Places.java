package ikat.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an export and what belongs to it lie. */
final class Places {

    private Places() {}

    /** The nearest folder of a file that there is. */
    static Path folder(Path target) {
        Path folder = fixed(target).toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    /** The file in which an interrupted export keeps how far it is. */
    static Path resume(Path target) {
        return NumberedTiles.matches(target.toString())
                ? fixed(target).resolveSibling("ikat.resume")
                : target.resolveSibling(target.getFileName() + ".resume");
    }

    /** A name in the last folder that does not depend on the tile. */
    private static Path fixed(Path target) {
        String name = target.toString();
        int brace = name.indexOf('{');
        return brace < 0 ? target : Path.of(name.substring(0, brace) + "_");
    }

    /** Refuses what cannot be written before anything is rendered. */
    static void check(Path target) throws IOException {
        boolean numbered = NumberedTiles.matches(target.toString());
        if (!numbered && Files.isDirectory(target)) {
            throw new IOException("it is a folder; name a file in it");
        }
        if (!numbered && Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it is not a regular file");
        }
        if (!numbered && Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("a read-only file of this name exists");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (!numbered && parent != null && !Files.isDirectory(parent)) {
            throw new IOException("there is no folder " + parent + "; create it first");
        }
        if (!Files.isWritable(folder(target))) {
            throw new AccessDeniedException(folder(target).toString());
        }
    }

    /** The one sentence for a failure. */
    static IOException failure(Path target, IOException cause) {
        return new IOException("could not write " + target + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
