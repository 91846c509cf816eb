package ikat.studio.serve;

import ikat.export.DeepZoomDescription;
import ikat.image.Pixels;
import ikat.render.RepeatedTile;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.serve.TileRoutes.TileAddress;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * {@code GET /deepzoom/{identifier}.dzi} and the tiles of that image. Tiles of full size are those
 * of the plane; levels smaller than a tile are scaled from its overview.
 *
 * @param tiles that answer what is as large as a tile
 * @param answers cached smaller levels
 */
public record DeepZoomRoutes(Planes planes, TileRoutes tiles, CachedAnswers answers)
        implements Feature {

    private static final int TILE = 256;
    private static final int FULL_LEVEL = Integer.numberOfTrailingZeros(Planes.IMAGE_SIDE);
    private static final int TILE_LEVEL = Integer.numberOfTrailingZeros(TILE);

    /** A level that is smaller than a tile. */
    private record SmallPicture(
            ShelvedModel model, PlaneChoice choice, int side, TileFormat format) {}

    /** The position of a tile: level 0 is one pixel, the last level full size. */
    record Place(int level, int column, int row, TileFormat format) {

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

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/deepzoom/{identifier}.dzi", this::describe);
        routes.get("/deepzoom/{identifier}_files/{level}/{tile}", this::tile);
    }

    private void describe(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        OpenModel model = planes.models().get(identifier.model());
        planes.field(model, identifier.choice());
        planes.models().prepare(model); // viewers begin far away
        TileFormat format =
                Query.text(context, "format").map(TileFormat::of).orElse(TileFormat.JPG);
        context.header("Cache-Control", "no-cache")
                .contentType("application/xml; charset=utf-8")
                .result(
                        new DeepZoomDescription(
                                        Planes.IMAGE_SIDE, Planes.IMAGE_SIDE, TILE, format.ending())
                                .xml());
    }

    private void tile(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        Place place = place(context);
        ShelvedModel model = planes.models().shelf().get(identifier.model());
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
                        new TilePlace(
                                TilePlace.FULL_SIZE - FULL_LEVEL + place.level(),
                                place.column(),
                                place.row(),
                                TILE,
                                place.format()));
        tiles.answer(context, address, identifier.model());
    }

    static Place place(Context context) {
        String name = context.pathParam("tile");
        int line = name.indexOf('_');
        int dot = name.lastIndexOf('.');
        if (line < 0 || dot < line) {
            throw Problem.invalid("the tile", name, "COLUMN_ROW with .png, .jpg or .webp");
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
        Dependence on = planes.dependence(wanted, wanted.choice(), id);
        if (answers.notModified(context, on.key(), on.permanent())) {
            return;
        }
        OpenModel model = planes.models().get(id);
        planes.field(model, wanted.choice());
        answers.send(context, wanted.format().mediaType(), on.key(), () -> make(model, wanted));
    }

    private byte[] make(OpenModel model, SmallPicture wanted) {
        RepeatedTile overview = planes.overview(model, wanted.choice());
        Pixels picture = overview.tile();
        while (picture.width() > wanted.side()) {
            picture = picture.halved(1, overview.averaging());
        }
        return wanted.format().pack(picture);
    }
}
