package ikat.export;

import ikat.export.Levels.Place;
import ikat.image.PixelRegion;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tiles whose file names follow a pattern: {@code {x}} is the column and {@code {y}} the row,
 * counted from 0 at the upper left corner. With {@code {z}} all levels are written, numbered as in
 * web maps: level 0 is the whole picture in one tile, the last level is full size.
 */
final class NumberedTiles extends TileFolder {

    private final String pattern;
    private final Levels levels;

    NumberedTiles(String pattern, Levels levels) {
        this.pattern = pattern;
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
        return Path.of(
                pattern.replace("{x}", Integer.toString(place.column()))
                        .replace("{y}", Integer.toString(place.row()))
                        .replace("{z}", Integer.toString(levels.count() - 1 - place.level())));
    }

    /** Does nothing: other files may lie in the folder. */
    @Override
    public void discard() {}
}
