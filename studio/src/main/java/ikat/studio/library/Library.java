package ikat.studio.library;

import ikat.studio.library.Trash.Deleted;
import ikat.studio.library.Trash.Note;
import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.Planes;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is kept by name, and {@code /api/trash}: what was deleted of it and can be brought back. */
public final class Library implements Feature {

    private final Path folder;
    private final Paintings paintings;
    private final Trash trash;
    private final List<Feature> parts;

    /**
     * A library.
     *
     * @param folder of the studio
     * @param shelf of the models, which are in the same folder
     */
    public Library(Path folder, ModelShelf shelf, Planes planes) {
        this.folder = folder;
        paintings = new Paintings(paintings(folder));
        trash = new Trash(trash(folder), Instant.now());
        parts =
                List.of(
                        new ModelChanges(shelf, paintings, trash),
                        new PaintingRoutes(paintings, planes, trash));
    }

    /** The folder of the paintings. */
    public static Path paintings(Path folder) {
        return folder.resolve("paintings");
    }

    /** The folder of what was deleted. */
    public static Path trash(Path folder) {
        return folder.resolve("trash");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        parts.forEach(part -> part.addTo(routes));
        routes.get("/api/trash", this::list);
        routes.post("/api/trash/{id}/restore", this::restore);
        routes.delete(
                "/api/trash",
                context -> {
                    trash.empty();
                    context.status(204);
                });
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store")
                .json(Map.of("trash", trash.all().stream().map(Library::facts).toList()));
    }

    private static Map<String, Object> facts(Deleted deleted) {
        Note note = deleted.note();
        return Map.of(
                "id", deleted.id(),
                "kind", note.kind(),
                "name", note.name(),
                "deleted", note.deleted());
    }

    private void restore(Context context) {
        String id = context.pathParam("id");
        boolean model = trash.get(id).kind().equals(ModelChanges.KIND);
        Note note = trash.restore(id, model ? folder : paintings.folder());
        context.json(Map.of("kind", note.kind(), "name", note.name()));
    }
}
