package ikat.studio.serve;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.Provenance;
import ikat.noise.CellRegion;
import ikat.render.RegionPlan;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.weave.Detail;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/models}: the models, their properties, a thumbnail of each, and which of its
 * textures mix best.
 *
 * @param answers cached thumbnails
 */
public record ModelRoutes(Planes planes, CachedAnswers answers) implements Feature {

    private static final int USUAL_SIDE = 192;

    private record BestMixture(ShelvedModel model) {}

    private record Thumbnail(ShelvedModel model, PlaneChoice choice, int side) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/models", this::list);
        routes.get("/api/models/{model}", this::detail);
        routes.get("/api/models/{model}/mixture", this::mixture);
        routes.get("/api/models/{model}/thumbnail.jpg", this::thumbnail);
    }

    private void list(Context context) {
        List<Map<String, Object>> all =
                planes.models().summaries().stream().map(ModelRoutes::facts).toList();
        context.header("Cache-Control", "no-cache").json(Map.of("models", all));
    }

    private void detail(Context context) {
        OpenModel model = planes.models().get(context.pathParam("model"));
        Map<String, Object> facts = facts(ModelSummary.of(model.shelved(), model.model()));
        Provenance made = model.model().provenance();
        facts.put("steps", made.steps());
        facts.put("trainedSeconds", made.trainingTime().toSeconds());
        facts.put("made", made.created().toString());
        facts.put("licenceNote", made.licenceNote());
        context.header("Cache-Control", "no-cache").json(facts);
    }

    private static Map<String, Object> facts(ModelSummary model) {
        ModelSpec spec = model.spec();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", model.shelved().id());
        facts.put("name", model.shelved().name());
        facts.put("version", model.shelved().version());
        facts.put("own", model.shelved().own());
        facts.put("cellPixels", spec.cellPixels());
        facts.put("marginCells", margin(spec) + wovenMargin(model));
        facts.put("channels", spec.colourChannels());
        facts.put("globalChannels", spec.noise().globalChannels());
        facts.put("waves", spec.noise().waves());
        facts.put("textures", spec.textures().stream().map(NamedTexture::name).toList());
        facts.put("woven", model.woven());
        facts.put("maps", model.maps());
        facts.put("detail", model.detail().word());
        facts.put("tiles", "/api/models/" + segment(model) + "/tiles/{z}/{x}/{y}.png");
        facts.put("fullSizeZoom", TilePlace.FULL_SIZE);
        facts.put("leastZoom", TilePlace.LEAST_ZOOM);
        return facts;
    }

    private static String segment(ModelSummary model) {
        return Identifier.of(model.shelved().id()).encoded();
    }

    /** How many cells farther what a woven pixel depends on may be. */
    private static int wovenMargin(ModelSummary model) {
        return model.woven() ? 1 + model.reach() / model.spec().cellPixels() : 0;
    }

    /** The largest number of cells beyond its own that a pixel depends on. */
    private static int margin(ModelSpec spec) {
        int cell = spec.cellPixels();
        CellRegion cells = RegionPlan.of(spec, new PixelRegion(0, 0, cell, cell)).cells();
        return (int) Math.max(-cells.left(), cells.left() + cells.width() - 1);
    }

    private void mixture(Context context) {
        String id = context.pathParam("model");
        BestMixture wanted = new BestMixture(planes.models().shelf().get(id));
        if (answers.notModified(context, wanted, id)) {
            return;
        }
        OpenModel model = planes.models().get(wanted.model());
        if (model.textures().names().size() < 2) {
            throw Problem.notFound(
                    "the model " + wanted.model().name() + " has no two named textures to mix");
        }
        answers.send(
                context,
                "application/json",
                wanted,
                () -> Json.MAPPER.writeValueAsBytes(Mixtures.best(model.levels())));
    }

    private void thumbnail(Context context) {
        String id = context.pathParam("model");
        Thumbnail wanted =
                new Thumbnail(
                        planes.models().shelf().get(id),
                        quick(PlaneChoice.of(context)),
                        Query.wholeNumber(context, "size", USUAL_SIDE, 32, 512));
        Dependence on = planes.dependence(wanted, wanted.choice(), id);
        if (answers.notModified(context, on.key(), on.permanent())) {
            return;
        }
        OpenModel model = planes.models().get(wanted.model());
        planes.check(model, wanted.choice()); // what does not exist is refused at once
        answers.send(context, TileFormat.JPG.mediaType(), on.key(), () -> make(model, wanted));
    }

    /** A page opens with a dozen thumbnails, and a whole block would be woven for each. */
    private static PlaneChoice quick(PlaneChoice choice) {
        boolean free = choice.detail().isEmpty() && choice.kind().isEmpty();
        return free ? choice.colours(Detail.NETWORK) : choice;
    }

    private byte[] make(OpenModel model, Thumbnail wanted) {
        int side = wanted.side();
        PixelSource plane = planes.level(model, wanted.choice(), 0).onOneThread();
        return TileFormat.JPG.pack(Pixels.of(plane, new PixelRegion(0, 0, side, side)));
    }
}
