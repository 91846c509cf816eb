package ikat.studio.serve;

import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code POST /api/maps} and {@code GET /api/maps/{id}}: painted maps, which tiles and renders take
 * by their ids.
 */
public final class MapRoutes implements Feature {

    /** Files of maps that are kept. */
    private static final int MOST_FILES = 1000;

    private static final long MOST_BYTES = 200L << 20;

    private final OpenModels models;
    private final MapShelf shelf;
    private final PaintedMaps maps;

    /**
     * Maps.
     *
     * @param folder of the studio
     */
    public MapRoutes(OpenModels models, Path folder) {
        this.models = models;
        this.shelf = new MapShelf(folder.resolve("maps"), MOST_FILES, MOST_BYTES);
        this.maps = new PaintedMaps(shelf);
    }

    /** What the maps say. */
    public Planes.MapFields fields() {
        return maps;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/maps", this::post);
        routes.get("/api/maps/{map}", this::get);
    }

    private void post(Context context) {
        boolean draft = isDraft(context);
        CheckedMap map = MapCheck.check(context.bodyAsClass(MapDocument.class));
        OpenModel model = models.get(map.model());
        if (!model.shelved().name().equals(map.model())) {
            throw Problem.badRequest(
                    "model is "
                            + Query.excerpt(map.model())
                            + ", but must be a name without a version: "
                            + model.shelved().name());
        }
        PaintedMaps.content(map, model); // a texture that does not exist is refused at once
        byte[] canonical = map.document().canonical();
        context.json(Map.of("id", draft ? shelf.draft(canonical) : shelf.keep(canonical)));
    }

    private static boolean isDraft(Context context) {
        String draft = Query.text(context, "draft").orElse("false");
        if (!draft.equals("true") && !draft.equals("false")) {
            throw Problem.badRequest(
                    "draft is " + Query.excerpt(draft) + ", but must be true or false");
        }
        return draft.equals("true");
    }

    private void get(Context context) {
        String id = context.pathParam("map");
        byte[] map = shelf.get(id);
        if (!Caching.answered(context, "\"" + id + "\"", true)) {
            context.contentType("application/json").result(map);
        }
    }
}
