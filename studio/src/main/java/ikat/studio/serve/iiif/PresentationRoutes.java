package ikat.studio.serve.iiif;

import ikat.studio.serve.Identifier;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Planes;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /iiif/3/collection.json} and manifests: planes by the IIIF Presentation API 3.0. */
public final class PresentationRoutes implements Feature {

    private final OpenModels models;
    private final Planes planes;
    private final boolean cors;

    /**
     * Manifests.
     *
     * @param cors whether pages of other sites may read
     */
    public PresentationRoutes(OpenModels models, Planes planes, boolean cors) {
        this.models = models;
        this.planes = planes;
        this.cors = cors;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(IiifRoutes.BASE + "collection.json", this::collection);
        routes.get(IiifRoutes.BASE + "{identifier}/manifest.json", this::manifest);
    }

    private void collection(Context context) {
        Manifest manifest = manifests(context);
        List<Map<String, Object>> items = models.all().stream().map(manifest::reference).toList();
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("@context", Manifest.CONTEXT);
        collection.put("id", manifest.base() + "collection.json");
        collection.put("type", "Collection");
        collection.put("label", Manifest.english("Textures of the studio"));
        collection.put(
                "summary", Manifest.english("Endless textures, and the models that make them."));
        collection.put("items", items);
        LinkedData.presentation(context, collection);
    }

    private void manifest(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        OpenModel model = models.get(identifier.model());
        planes.field(model, identifier.choice()); // a texture that does not exist is refused
        LinkedData.presentation(context, manifests(context).of(identifier, model));
    }

    private Manifest manifests(Context context) {
        return new Manifest(IiifRoutes.base(context), cors);
    }
}
