package ikat.cli.terminal;

import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much an export has written, in words. */
public final class WrittenSize {

    private static final String DEEP_ZOOM = ".dzi";

    private WrittenSize() {}

    /** Such as {@code 2.1 GB}, or {@code 2.1 GB in 5461 tiles}. */
    public static String of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(DEEP_ZOOM)) {
            String stem = name.substring(0, name.length() - DEEP_ZOOM.length());
            return ofFolder(file.resolveSibling(stem + "_files"));
        }
        return Files.isRegularFile(file) ? FileSize.of(file) : "in tiles";
    }

    private static String ofFolder(Path folder) throws IOException {
        List<Path> tiles;
        try (Stream<Path> tree = Files.walk(folder)) {
            tiles = tree.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        for (Path tile : tiles) {
            bytes += Files.size(tile);
        }
        return FileSize.text(bytes) + " in " + tiles.size() + " tiles";
    }
}
