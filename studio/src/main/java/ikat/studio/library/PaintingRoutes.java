package ikat.studio.library;

import ikat.studio.library.Paintings.Kept;
import ikat.studio.library.Paintings.Painting;
import ikat.studio.serve.MapDocument;
import ikat.studio.serve.Planes;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/paintings}: paintings by name.
 *
 * @param planes that show their maps
 */
record PaintingRoutes(Paintings paintings, Planes planes, Trash trash) implements Feature {

    static final String KIND = "painting";

    /** A painting as it is sent; a name without a map renames, a map without a name repaints. */
    private record Sent(@Nullable String name, @Nullable MapDocument map) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/paintings", this::list);
        routes.post("/api/paintings", this::add);
        routes.get("/api/paintings/{painting}", this::get);
        routes.patch("/api/paintings/{painting}", this::change);
        routes.post("/api/paintings/{painting}/copy", this::copy);
        routes.delete("/api/paintings/{painting}", this::delete);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store")
                .json(Map.of("paintings", paintings.all().stream().map(this::facts).toList()));
    }

    private Map<String, Object> facts(Kept kept) {
        Painting painting = kept.painting();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", kept.id());
        all.put("name", painting.name());
        all.put("model", painting.map().model());
        all.put("models", painting.map().models());
        all.put("created", painting.created());
        all.put("changed", painting.changed());
        all.put("mapId", planes.draft(painting.map()));
        return all;
    }

    private void send(Context context, Kept kept) {
        Map<String, Object> all = facts(kept);
        all.put("map", kept.painting().map());
        context.header("Cache-Control", "no-store").json(all);
    }

    private void add(Context context) {
        Sent sent = context.bodyAsClass(Sent.class);
        MapDocument map = sent.map();
        if (map == null) {
            throw Problem.badRequest("map is missing; send the painted map");
        }
        planes.keep(map);
        String name = sent.name() == null ? map.model() + "-painting" : sent.name();
        send(context.status(201), paintings.add(KeptName.of(name), map));
    }

    private void get(Context context) {
        String id = context.pathParam("painting");
        send(context, new Kept(id, paintings.get(id)));
    }

    private void change(Context context) {
        String id = context.pathParam("painting");
        Painting painting = paintings.get(id);
        Sent sent = context.bodyAsClass(Sent.class);
        MapDocument map = sent.map();
        if (map != null) {
            planes.keep(map);
            painting = painting.painted(map);
        }
        if (sent.name() != null || map == null) {
            painting = painting.named(KeptName.of(sent.name()).text());
        }
        send(context, paintings.put(id, painting));
    }

    private void copy(Context context) {
        Painting painting = paintings.get(context.pathParam("painting"));
        send(context.status(201), paintings.add(KeptName.of(painting.name()), painting.map()));
    }

    private void delete(Context context) {
        String id = context.pathParam("painting");
        String name = paintings.get(id).name();
        context.json(Map.of("trash", trash.put(KIND, name, paintings.file(id)), "name", name));
    }
}
