package ikat.export;

import ikat.image.PixelRegion;

/**
 * A picture at full size and at half, a quarter and so on of it, each cut into square tiles. Level
 * 0 is the full size; each next one is half as large, odd sides rounded up.
 *
 * @param window the picture
 * @param tile side of a tile in pixels, even
 * @param count of levels, at least 1
 */
record Levels(PixelRegion window, int tile, int count) {

    /** A place of a tile, its columns and rows counted from 0. */
    record Place(int level, int column, int row) {}

    Levels {
        if (tile < 2 || tile % 2 != 0) {
            throw new IllegalArgumentException(
                    "the side of a tile is " + tile + ", but must be even and at least 2");
        }
    }

    /** Levels down to one of at most so many pixels a side. */
    static Levels downTo(PixelRegion window, int tile, int side) {
        int count = 1;
        while (shrunk(Math.max(window.width(), window.height()), count - 1) > side) {
            count++;
        }
        return new Levels(window, tile, count);
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

    /** The pixels of a tile of level 0. */
    PixelRegion region(Place place) {
        return new PixelRegion(
                window.left() + (long) place.column * tile,
                window.top() + (long) place.row * tile,
                tileWidth(place),
                tileHeight(place));
    }

    /** How many tiles there are. */
    long tiles() {
        long sum = 0;
        for (int level = 0; level < count; level++) {
            sum += (long) columns(level) * rows(level);
        }
        return sum;
    }

    /** How many tiles of a level and those above it lie under a tile, itself included. */
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
