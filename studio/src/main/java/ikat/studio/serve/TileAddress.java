package ikat.studio.serve;

import ikat.studio.web.Problem;
import ikat.text.Checks;
import ikat.zoom.ZoomablePlane;

/**
 * All that a tile depends on. Zoom grows towards the detail, as on web maps: at {@link #FULL_SIZE}
 * a pixel of a tile is a pixel of the texture.
 *
 * @param model file of the model
 * @param choice which plane of it
 * @param zoom from {@link #LEAST_ZOOM} to {@link #FULL_SIZE}
 * @param column of the tile, counted from the origin, from −{@link #FARTHEST} to {@link #FARTHEST}
 * @param row of the tile, counted from the origin, from −{@link #FARTHEST} to {@link #FARTHEST}
 * @param side of the tile in pixels, 64 to 1024, at zooms beyond 1:16 at most 512
 */
public record TileAddress(
        ShelvedModel model,
        PlaneChoice choice,
        int zoom,
        long column,
        long row,
        int side,
        TileFormat format) {

    /** The zoom at which a pixel is a pixel of the texture. */
    public static final int FULL_SIZE = ZoomablePlane.MOST_LEVEL;

    /** The farthest zoom: a pixel stands for 256 by 256. */
    public static final int LEAST_ZOOM = FULL_SIZE - 8;

    /** The largest column and row. */
    public static final long FARTHEST = 1L << 28;

    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1024;

    /** Farther tiles take four times as long. */
    private static final int LARGE_FROM = FULL_SIZE - 4;

    private static final int MOST_FAR_SIDE = 512;

    public TileAddress {
        Checks.range("z", zoom, LEAST_ZOOM, FULL_SIZE);
        Checks.range("x", column, -FARTHEST, FARTHEST);
        Checks.range("y", row, -FARTHEST, FARTHEST);
        Checks.range("size", side, LEAST_SIDE, MOST_SIDE);
        int most = zoom < LARGE_FROM ? MOST_FAR_SIDE : MOST_SIDE;
        if (side > most) {
            throw Problem.badRequest(
                    "size is " + side + ", but at z " + zoom + " must be at most " + most);
        }
    }

    /** The number of times the plane is halved. */
    public int level() {
        return FULL_SIZE - zoom;
    }
}
