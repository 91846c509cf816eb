package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.zoom.ZoomablePlane;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code GET /api/models/{m}/tiles/{z}/{x}/{y}.png}: tiles of endless planes.
 *
 * @param answers cached tiles
 */
public record TileRoutes(Planes planes, CachedAnswers answers) implements Feature {

    private static final int USUAL_SIDE = 256;

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/models/{model}/tiles/{z}/{x}/{y}",
                context -> answer(context, address(context), context.pathParam("model")));
    }

    /**
     * Answers a request with a tile.
     *
     * @param id of the model, as given in the address
     */
    void answer(Context context, TileAddress address, String id) {
        if (answers.notModified(context, address, id)) {
            return;
        }
        OpenModel model = planes.models().get(address.model());
        planes.check(model, address.choice()); // what does not exist is refused at once
        answers.send(context, address.format().mediaType(), address, () -> make(model, address));
    }

    TileAddress address(Context context) {
        String last = context.pathParam("y");
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw Problem.badRequest(
                    "the tile is " + Query.excerpt(last) + ", but must end in .png, .jpg or .webp");
        }
        return new TileAddress(
                planes.models().shelf().get(context.pathParam("model")),
                PlaneChoice.of(context),
                zoom(context.pathParam("z")),
                Query.wholeNumber("x", context.pathParam("x")),
                Query.wholeNumber("y", last.substring(0, dot)),
                Query.wholeNumber(context, "size", USUAL_SIDE, 64, 1024),
                TileFormat.of(last.substring(dot + 1)));
    }

    /** Clamps instead of wrapping, so that a number far out of range is refused as such. */
    private static int zoom(String text) {
        long zoom = Query.wholeNumber("z", text);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, zoom));
    }

    private byte[] make(OpenModel model, TileAddress address) {
        PixelSource plane = planes.level(model, address.choice(), address.level()).onOneThread();
        int side = address.side();
        PixelRegion region =
                new PixelRegion(address.column() * side, address.row() * side, side, side);
        Pixels tile = Pixels.of(plane, region);
        planes.models().prepare(model); // whoever looks at tiles will zoom out
        return address.format().pack(tile);
    }

    /**
     * All that a tile depends on. Zoom grows towards the detail, as on web maps: at {@link
     * #FULL_SIZE} a pixel of a tile is a pixel of the texture. Columns and rows are counted from
     * the origin.
     */
    record TileAddress(
            ShelvedModel model,
            PlaneChoice choice,
            int zoom,
            long column,
            long row,
            int side,
            TileFormat format) {

        /** The zoom at which a pixel is a pixel of the texture. */
        static final int FULL_SIZE = ZoomablePlane.MOST_LEVEL;

        /** The farthest zoom: a pixel stands for 256 by 256. */
        static final int LEAST_ZOOM = FULL_SIZE - 8;

        /** The largest column and row. */
        static final long FARTHEST = 1L << 28;

        private static final int LEAST_SIDE = 64;
        private static final int MOST_SIDE = 1024;

        /** Farther tiles take four times as long. */
        private static final int LARGE_FROM = FULL_SIZE - 4;

        private static final int MOST_FAR_SIDE = 512;

        TileAddress {
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
        int level() {
            return FULL_SIZE - zoom;
        }
    }
}
