package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.studio.queue.Answers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Flights;
import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /api/models/{m}/tiles/{z}/{x}/{y}.png}: tiles of endless planes. */
public final class TileRoutes implements Feature {

    private static final int USUAL_SIDE = 256;

    private final OpenModels models;
    private final Planes planes;
    private final Flights<TileAddress, byte[]> flights;
    private final String version;

    /**
     * Tiles.
     *
     * @param queue that they are made in
     * @param cacheBytes what finished ones may take
     * @param version of the program, which may make other tiles than the one before
     */
    public TileRoutes(
            OpenModels models, Planes planes, FairQueue queue, long cacheBytes, String version) {
        this.models = models;
        this.planes = planes;
        this.version = version;
        this.flights = new Flights<>(queue, cacheBytes, tile -> tile.length);
    }

    /** What was made and is being made. */
    public Flights<TileAddress, byte[]> flights() {
        return flights;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/models/{model}/tiles/{z}/{x}/{y}", this::tile);
    }

    private void tile(Context context) {
        String id = context.pathParam("model");
        answer(context, address(context, id), id);
    }

    /**
     * Answers a request with a tile.
     *
     * @param id of the model as it stands in the address
     */
    public void answer(Context context, TileAddress address, String id) {
        if (!Caching.answered(context, Caching.tag(version, address), id)) {
            send(context, address);
        }
    }

    private TileAddress address(Context context, String id) {
        String last = context.pathParam("y");
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw Problem.badRequest(
                    "the tile is " + Query.excerpt(last) + ", but must end in .png, .jpg or .webp");
        }
        return new TileAddress(
                models.shelf().get(id),
                PlaneChoice.of(context),
                zoom(context.pathParam("z")),
                Query.wholeNumber("x", context.pathParam("x")),
                Query.wholeNumber("y", last.substring(0, dot)),
                Query.wholeNumber(context, "size", USUAL_SIDE, 64, 1024),
                TileFormat.of(last.substring(dot + 1)));
    }

    /** What is far beyond the zooms must not come back among them. */
    private static int zoom(String text) {
        long zoom = Query.wholeNumber("z", text);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, zoom));
    }

    private void send(Context context, TileAddress address) {
        OpenModel model = models.get(address.model());
        planes.plane(model, address.choice()); // a texture that does not exist is refused at once
        Answers.send(
                context,
                address.format().mediaType(),
                flights,
                address,
                () -> make(model, address));
    }

    private byte[] make(OpenModel model, TileAddress address) {
        PixelSource plane =
                planes.plane(model, address.choice()).level(address.level()).onOneThread();
        int side = address.side();
        PixelRegion region =
                new PixelRegion(address.column() * side, address.row() * side, side, side);
        byte[] pixels = plane.render(region);
        models.prepare(model); // whoever looks at a tile will zoom
        return address.format().pack(pixels, side, side, plane.channels());
    }
}
