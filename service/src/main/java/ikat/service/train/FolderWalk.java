package ikat.service.train;

import ikat.material.GltfMaterial;
import ikat.service.Sentence;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recursive search of folders for pictures and glTF files, sorted by path and recognised by
 * extension. Hidden files and folders are skipped. Links are followed, but no file is taken twice.
 */
final class FolderWalk {

    /** The recognised extensions, as part of a sentence. */
    static final String ENDINGS =
            ".png, .jpg, .jpeg, .tif, .tiff, .webp, .bmp, .gif, .tga, .psd, .ppm, .pgm, .pbm, .pnm";

    private final Set<Path> own;
    private final ScanListener listener;
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> found = new ArrayList<>();

    /**
     * Prepares a walk.
     *
     * @param own files that the training itself writes, which are not training pictures
     * @param listener notified of each folder that cannot be read
     */
    FolderWalk(List<Path> own, ScanListener listener) {
        this.own = new HashSet<>();
        own.forEach(file -> this.own.add(file.toAbsolutePath().normalize()));
        this.listener = listener;
    }

    /** The pictures and glTF files below a folder that were not found before. */
    List<Path> below(Path folder) {
        found.clear();
        enter(folder);
        return List.copyOf(found);
    }

    private void enter(Path folder) {
        List<Path> entries = new ArrayList<>();
        try {
            if (!seen.add(folder.toRealPath())) {
                return;
            }
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            }
        } catch (IOException e) {
            listener.unreadable(folder, "cannot be read and is left out: " + Sentence.of(e));
            return;
        } catch (DirectoryIteratorException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            listener.unreadable(folder, "cannot be read to its end: " + Sentence.of(cause));
        }
        entries.sort(Comparator.comparing(FolderWalk::nameOf));
        for (Path entry : entries) {
            if (!nameOf(entry).startsWith(".")) {
                visit(entry);
            }
        }
    }

    private void visit(Path entry) {
        if (Files.isDirectory(entry)) {
            enter(entry);
        } else if ((isPictureName(entry) || GltfMaterial.isName(entry))
                && !own.contains(entry.toAbsolutePath().normalize())) {
            if (seen.add(realPath(entry))) {
                found.add(entry);
            }
        }
    }

    private static Path realPath(Path entry) {
        try {
            return entry.toRealPath();
        } catch (IOException e) {
            return entry; // a link that leads nowhere is reported when it is read
        }
    }

    /** Whether an entry may be a picture; apart from regular files, only a link may lead to one. */
    static boolean isPictureName(Path entry) {
        String name = nameOf(entry).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0
                && List.of(ENDINGS.split(", ")).contains(name.substring(dot))
                && Files.exists(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
