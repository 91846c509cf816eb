package ikat.studio.serve;

import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/**
 * {@code POST /api/maps} and {@code GET /api/maps/{id}}: painted maps, which tiles and renders
 * refer to by id.
 *
 * @param planes that hold the maps
 */
public record MapRoutes(Planes planes) implements Feature {

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/maps", this::post);
        routes.get("/api/maps/{map}", this::get);
    }

    private void post(Context context) {
        boolean draft = isDraft(context);
        MapDocument document = context.bodyAsClass(MapDocument.class);
        planes.check(document);
        context.json(Map.of("id", draft ? planes.draft(document) : planes.keep(document)));
    }

    private static boolean isDraft(Context context) {
        String draft = Query.text(context, "draft").orElse("false");
        if (!draft.equals("true") && !draft.equals("false")) {
            throw Problem.invalid("draft", draft, "true or false");
        }
        return draft.equals("true");
    }

    private void get(Context context) {
        String id = context.pathParam("map");
        byte[] map = planes.maps().get(id);
        if (!Caching.answered(context, "\"" + id + "\"", true)) {
            context.contentType("application/json").result(map);
        }
    }
}
