package ikat.export;

import ikat.export.Levels.Place;
import ikat.image.PixelRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Tiles whose file names follow a pattern: {@code {x}} is the column and {@code {y}} the row,
 * counted from 0 at the upper left corner. With {@code {z}} all levels are written, numbered as in
 * web maps: level 0 is the whole picture in one tile, the last level is full size.
 */
final class NumberedTiles extends TileFolder {

    private final Path target;
    private final String pattern;
    private final Levels levels;

    /**
     * @param target the pattern
     */
    NumberedTiles(Path target, Levels levels) {
        this.target = target;
        this.pattern = target.toString();
        this.levels = levels;
    }

    /** The levels that are written for a pattern. */
    static Levels levels(String pattern, PixelRegion window, int tile) {
        return pattern.contains("{z}")
                ? Levels.downTo(window, tile, tile)
                : new Levels(window, tile, 1);
    }

    static boolean matches(String name) {
        return name.contains("{x}") && name.contains("{y}");
    }

    boolean jpeg() {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    @Override
    Path path(Place place) {
        String name =
                pattern.replace("{x}", Integer.toString(place.column()))
                        .replace("{y}", Integer.toString(place.row()))
                        .replace("{z}", Integer.toString(levels.count() - 1 - place.level()));
        return target.getFileSystem().getPath(name);
    }

    /** Writes beside the file first, as tiles have their final names from the beginning. */
    @Override
    void store(Path file, byte[] packed) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, packed);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Does nothing: other files may lie in the folder. */
    @Override
    public void discard() {}
}
