package ikat.studio.serve;

import ikat.export.DeepZoomDescription;
import ikat.studio.queue.Answers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Flights;
import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code GET /deepzoom/{identifier}.dzi} and the tiles of that picture. Those of whole levels are
 * the tiles of the plane; what is smaller than one tile comes from its overview.
 */
public final class DeepZoomRoutes implements Feature {

    private static final int TILE = 256;
    private static final int FULL_LEVEL = Integer.numberOfTrailingZeros(Overviews.SIDE);
    private static final int TILE_LEVEL = Integer.numberOfTrailingZeros(TILE);
    private static final long CACHE_BYTES = 4L << 20;

    private final OpenModels models;
    private final Planes planes;
    private final Overviews overviews;
    private final TileRoutes tiles;
    private final Flights<SmallPicture, byte[]> flights;
    private final String version;

    /** A level that is smaller than a tile. */
    private record SmallPicture(
            ShelvedModel model, PlaneChoice choice, int side, TileFormat format) {}

    /** Where a tile is, as the standard counts: level 0 is one pixel, the last is full size. */
    private record Place(int level, int column, int row, TileFormat format) {

        Place {
            check("level", level, FULL_LEVEL);
            int last = level < TILE_LEVEL ? 0 : (1 << (level - TILE_LEVEL)) - 1;
            check("column", column, last);
            check("row", row, last);
        }

        private static void check(String name, int value, int most) {
            if (value < 0 || value > most) {
                throw Problem.notFound(
                        "the " + name + " is " + value + ", but must be from 0 to " + most);
            }
        }
    }

    /**
     * Deep Zoom images.
     *
     * @param tiles that make what is as large as a tile
     * @param queue that smaller pictures are made in
     * @param version of the program
     */
    public DeepZoomRoutes(
            OpenModels models,
            Planes planes,
            Overviews overviews,
            TileRoutes tiles,
            FairQueue queue,
            String version) {
        this.models = models;
        this.planes = planes;
        this.overviews = overviews;
        this.tiles = tiles;
        this.version = version;
        this.flights = new Flights<>(queue, CACHE_BYTES, picture -> picture.length);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/deepzoom/{identifier}.dzi", this::describe);
        routes.get("/deepzoom/{identifier}_files/{level}/{tile}", this::tile);
    }

    private void describe(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        planes.field(models.get(identifier.model()), identifier.choice());
        TileFormat format =
                Query.text(context, "format").map(TileFormat::of).orElse(TileFormat.JPG);
        context.header("Cache-Control", "no-cache")
                .contentType("application/xml; charset=utf-8")
                .result(
                        new DeepZoomDescription(
                                        Overviews.SIDE, Overviews.SIDE, TILE, format.ending())
                                .xml());
    }

    private void tile(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        Place place = place(context);
        ShelvedModel model = models.shelf().get(identifier.model());
        if (place.level() < TILE_LEVEL) {
            small(
                    context,
                    identifier.model(),
                    new SmallPicture(
                            model, identifier.choice(), 1 << place.level(), place.format()));
            return;
        }
        TileAddress address =
                new TileAddress(
                        model,
                        identifier.choice(),
                        TileAddress.FULL_SIZE - FULL_LEVEL + place.level(),
                        place.column(),
                        place.row(),
                        TILE,
                        place.format());
        tiles.answer(context, address, identifier.model());
    }

    private static Place place(Context context) {
        String name = context.pathParam("tile");
        int line = name.indexOf('_');
        int dot = name.lastIndexOf('.');
        if (line < 0 || dot < line) {
            throw Problem.badRequest(
                    "the tile is "
                            + Query.excerpt(name)
                            + ", but must be COLUMN_ROW with .png, .jpg or .webp");
        }
        return new Place(
                number("level", context.pathParam("level")),
                number("column", name.substring(0, line)),
                number("row", name.substring(line + 1, dot)),
                TileFormat.of(name.substring(dot + 1)));
    }

    private static int number(String name, String text) {
        return Math.toIntExact(
                Math.max(-1, Math.min(Integer.MAX_VALUE, Query.wholeNumber(name, text))));
    }

    private void small(Context context, String id, SmallPicture wanted) {
        if (Caching.answered(context, Caching.tag(version, wanted), id)) {
            return;
        }
        OpenModel model = models.get(id);
        planes.field(model, wanted.choice());
        Answers.send(
                context, wanted.format().mediaType(), flights, wanted, () -> make(model, wanted));
    }

    private byte[] make(OpenModel model, SmallPicture wanted) {
        int channels = model.model().spec().colourChannels();
        byte[] pixels = overviews.overview(model, wanted.choice());
        for (int side = Overviews.LEVEL_SIDE; side > wanted.side(); side /= 2) {
            pixels = halved(pixels, side / 2, channels);
        }
        return wanted.format().pack(pixels, wanted.side(), wanted.side(), channels);
    }

    /** Means of 2 by 2 pixels; to a given side. */
    private static byte[] halved(byte[] pixels, int side, int channels) {
        byte[] half = new byte[side * side * channels];
        int row = 2 * side * channels;
        for (int i = 0; i < half.length; i++) {
            int pixel = i / channels;
            int at = pixel / side * 2 * row + pixel % side * 2 * channels + i % channels;
            int sum =
                    (pixels[at] & 0xff)
                            + (pixels[at + channels] & 0xff)
                            + (pixels[at + row] & 0xff)
                            + (pixels[at + row + channels] & 0xff);
            half[i] = (byte) ((sum + 2) / 4);
        }
        return half;
    }
}
