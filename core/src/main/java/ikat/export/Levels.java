package ikat.export;

import ikat.image.PixelRegion;

/**
 * Geometry of an image pyramid whose levels are cut into square tiles. Level 0 is the picture at
 * full size; each further level is half as large, odd sides rounded up.
 *
 * @param window the picture
 * @param tile side of a tile in pixels, even
 * @param count of levels, at least 1
 */
record Levels(PixelRegion window, int tile, int count) {

    /** The position of a tile, with columns and rows counted from 0. */
    record Place(int level, int column, int row) {}

    Levels {
        if (tile < 2 || tile % 2 != 0) {
            throw new IllegalArgumentException(
                    "the side of a tile is " + tile + ", but must be even and at least 2");
        }
    }

    /** Levels down to the first whose longer side is at most {@code side} pixels. */
    static Levels downTo(PixelRegion window, int tile, int side) {
        int count = 1;
        while (shrunk(Math.max(window.width(), window.height()), count - 1) > side) {
            count++;
        }
        return new Levels(window, tile, count);
    }

    /** The first level that is a single tile, or the last one if none is. */
    int single() {
        int level = 0;
        while (level + 1 < count && (columns(level) > 1 || rows(level) > 1)) {
            level++;
        }
        return level;
    }

    private static int shrunk(int side, int level) {
        return (int) ((side + (1L << level) - 1) >> level);
    }

    int width(int level) {
        return shrunk(window.width(), level);
    }

    int height(int level) {
        return shrunk(window.height(), level);
    }

    int columns(int level) {
        return (width(level) + tile - 1) / tile;
    }

    int rows(int level) {
        return (height(level) + tile - 1) / tile;
    }

    int tileWidth(Place place) {
        return Math.min(tile, width(place.level) - place.column * tile);
    }

    int tileHeight(Place place) {
        return Math.min(tile, height(place.level) - place.row * tile);
    }

    /** Number of tiles in the subtree of a tile, itself included, down to level {@code lowest}. */
    long tilesUnder(Place place, int lowest) {
        long sum = 0;
        for (int level = place.level; level >= lowest; level--) {
            int down = place.level - level;
            sum += under(place.column, down, columns(level)) * under(place.row, down, rows(level));
        }
        return sum;
    }

    private static long under(int index, int down, int most) {
        return Math.min((index + 1L) << down, most) - ((long) index << down);
    }
}
