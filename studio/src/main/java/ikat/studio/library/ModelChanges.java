package ikat.studio.library;

import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.ShelvedModel;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes below {@code /api/models}: one's own models are renamed and deleted, and all are copied
 * into one's own.
 */
record ModelChanges(ModelShelf shelf, Paintings paintings, Trash trash) implements Feature {

    static final String KIND = "model";

    private record NewName(@Nullable String name) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.patch("/api/models/{model}", this::rename);
        routes.post("/api/models/{model}/copy", this::copy);
        routes.delete("/api/models/{model}", this::delete);
    }

    private void rename(Context context) {
        ShelvedModel model = own(context, "renamed");
        KeptName name = KeptName.of(context.bodyAsClass(NewName.class).name());
        if (name.text().equals(model.name())) {
            send(context, model);
            return;
        }
        requireFree(name);
        ShelvedModel renamed = shelf.rename(model, name.text());
        paintings.follow(model.name(), name.text());
        send(context, renamed);
    }

    private void copy(Context context) {
        ShelvedModel model = shelf.get(context.pathParam("model"));
        String chosen = context.bodyAsClass(NewName.class).name();
        KeptName name =
                chosen == null ? new KeptName(model.name()).free(this::taken) : KeptName.of(chosen);
        requireFree(name);
        send(context.status(201), shelf.copy(model, name.text()));
    }

    private void delete(Context context) {
        ShelvedModel model = own(context, "deleted");
        String id = trash.put(KIND, model.name(), model.file());
        context.json(Map.of("trash", id, "name", model.name()));
    }

    private ShelvedModel own(Context context, String verb) {
        ShelvedModel model = shelf.get(context.pathParam("model"));
        if (!model.own()) {
            throw Problem.forbidden(
                    "%s belongs to the gallery and cannot be %s; duplicate it and change the copy"
                            .formatted(model.name(), verb));
        }
        return model;
    }

    private boolean taken(String name) {
        return shelf.all().stream().anyMatch(model -> model.name().equals(name));
    }

    private void requireFree(KeptName name) {
        if (taken(name.text())) {
            throw Problem.conflict(
                    "there is a model called %s already; choose another name"
                            .formatted(name.text()));
        }
    }

    private static void send(Context context, ShelvedModel model) {
        context.json(Map.of("id", model.id(), "name", model.name()));
    }
}
