package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.zoom.ZoomablePlane;
import io.javalin.http.Context;

/**
 * Where a square tile is and as what it is sent. Zoom grows towards the detail, as on web maps: at
 * {@link #FULL_SIZE} a pixel of a tile is a pixel of the texture. Columns and rows are counted from
 * the origin.
 */
public record TilePlace(int zoom, long column, long row, int side, TileFormat format) {

    /** The zoom at which a pixel is a pixel of the texture. */
    static final int FULL_SIZE = ZoomablePlane.MOST_LEVEL;

    /** The farthest zoom: a pixel stands for 256 by 256. */
    static final int LEAST_ZOOM = FULL_SIZE - 8;

    /** The largest column and row. */
    static final long FARTHEST = 1L << 28;

    private static final int USUAL_SIDE = 256;
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1024;

    /** Farther tiles take four times as long. */
    private static final int LARGE_FROM = FULL_SIZE - 4;

    private static final int MOST_FAR_SIDE = 512;

    public TilePlace {
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

    /** Reads the path {@code …/{z}/{x}/{y}}, whose end names the format, and the query. */
    public static TilePlace of(Context context) {
        String last = context.pathParam("y");
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw Problem.badRequest(
                    "the tile is " + Query.excerpt(last) + ", but must end in .png, .jpg or .webp");
        }
        return new TilePlace(
                zoom(context.pathParam("z")),
                Query.wholeNumber("x", context.pathParam("x")),
                Query.wholeNumber("y", last.substring(0, dot)),
                Query.wholeNumber(context, "size", USUAL_SIDE, LEAST_SIDE, MOST_SIDE),
                TileFormat.of(last.substring(dot + 1)));
    }

    /** Clamps instead of wrapping, so that a number far out of range is refused as such. */
    private static int zoom(String text) {
        long zoom = Query.wholeNumber("z", text);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, zoom));
    }

    /** The number of times the plane is halved. */
    public int level() {
        return FULL_SIZE - zoom;
    }

    /** The tile's pixels of its level. */
    public PixelRegion region() {
        return new PixelRegion(column * side, row * side, side, side);
    }
}
