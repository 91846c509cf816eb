package ikat.studio.serve;

import ikat.studio.web.Problem;
import ikat.zoom.ZoomablePlane;

/**
 * All that a tile depends on. Zoom counts up as one gets nearer, as on maps in the web: at {@link
 * #FULL_SIZE} a pixel of a tile is one of the texture.
 *
 * @param model the very file
 * @param choice which plane of it
 * @param zoom from {@link #LEAST_ZOOM} to {@link #FULL_SIZE}
 * @param column of the tile, counted from the origin, within ±{@link #FARTHEST}
 * @param row of the tile, counted from the origin, within ±{@link #FARTHEST}
 * @param side of the tile in pixels, 64 to 1024, in views from farther than 1:16 to 512
 */
public record TileAddress(
        ShelvedModel model,
        PlaneChoice choice,
        int zoom,
        long column,
        long row,
        int side,
        TileFormat format) {

    /** Where a pixel is one of the texture. */
    public static final int FULL_SIZE = ZoomablePlane.MOST_LEVEL;

    /** The farthest view: a pixel stands for 256 a side. */
    public static final int LEAST_ZOOM = FULL_SIZE - 8;

    /** The last column and row. */
    public static final long FARTHEST = 1L << 28;

    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1024;

    /** Farther tiles take four times as long. */
    private static final int LARGE_FROM = FULL_SIZE - 4;

    private static final int MOST_FAR_SIDE = 512;

    public TileAddress {
        check("z", zoom, LEAST_ZOOM, FULL_SIZE);
        check("x", column, -FARTHEST, FARTHEST);
        check("y", row, -FARTHEST, FARTHEST);
        check("size", side, LEAST_SIDE, MOST_SIDE);
        int most = zoom < LARGE_FROM ? MOST_FAR_SIDE : MOST_SIDE;
        if (side > most) {
            throw Problem.badRequest(
                    "size is " + side + ", but at z " + zoom + " must be at most " + most);
        }
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw Problem.badRequest(
                    name + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    /** How often the plane is halved. */
    public int level() {
        return FULL_SIZE - zoom;
    }
}
