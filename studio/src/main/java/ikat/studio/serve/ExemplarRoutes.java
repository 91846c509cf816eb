package ikat.studio.serve;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.Wraps;
import ikat.model.Weave;
import ikat.score.Score;
import ikat.service.Workshop;
import ikat.service.score.ScoreJson;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/models/{model}/exemplar.png} and {@code /score}: the picture that a texture was
 * learned from, if the model holds it, and how alike the plane is to it.
 *
 * @param workshop scores
 * @param answers cached pictures
 * @param scores cached scores, which are computed apart from what is rendered
 */
public record ExemplarRoutes(
        Planes planes, Workshop workshop, CachedAnswers answers, CachedAnswers scores)
        implements Feature {

    private static final int SIDE = 512; // as ikat score
    private static final int SEEDS = 3;

    private record Picture(ShelvedModel model, Optional<String> texture) {}

    private record Rated(ShelvedModel model, PlaneChoice choice) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/models/{model}/exemplar.png", this::picture);
        routes.get("/api/models/{model}/score", this::score);
    }

    private void picture(Context context) {
        String id = context.pathParam("model");
        PlaneChoice choice = PlaneChoice.of(context);
        Picture wanted = new Picture(planes.models().shelf().get(id), choice.texture());
        if (answers.notModified(context, wanted, id)) {
            return;
        }
        Pixels exemplar = exemplar(planes.models().get(wanted.model()), choice);
        answers.send(
                context, TileFormat.PNG.mediaType(), wanted, () -> TileFormat.PNG.pack(exemplar));
    }

    private void score(Context context) {
        String id = context.pathParam("model");
        Rated wanted = new Rated(planes.models().shelf().get(id), PlaneChoice.of(context));
        if (wanted.choice().map().isPresent()) {
            throw Problem.badRequest("a map cannot be scored; leave it out");
        }
        if (scores.notModified(context, wanted, id)) {
            return;
        }
        OpenModel model = planes.models().get(wanted.model());
        Pixels exemplar = exemplar(model, wanted.choice());
        scores.send(
                context, "application/json", wanted, () -> rate(model, wanted.choice(), exemplar));
    }

    private byte[] rate(OpenModel model, PlaneChoice choice, Pixels exemplar) {
        List<Exemplar> made = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        for (int n = 0; n < SEEDS; n++) {
            long seed = choice.seed() + n;
            PlaneChoice one =
                    new PlaneChoice(seed, choice.texture(), choice.map(), choice.detail());
            PixelSource plane = planes.level(model, one, 0).onOneThread();
            made.add(Exemplar.rendered("rendering", plane, new PixelRegion(0, 0, SIDE, SIDE)));
            seeds.add(seed);
        }
        Exemplar picture =
                Exemplar.rendered(
                        model.shelved().name(),
                        source(exemplar),
                        new PixelRegion(0, 0, exemplar.width(), exemplar.height()));
        Score score = workshop.scoring(picture).score(made, Wraps.NONE);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seeds", seeds);
        all.putAll(ScoreJson.entries(score));
        all.put("meaning", ScoreJson.MEANING);
        return Json.MAPPER.writeValueAsBytes(all);
    }

    private static PixelSource source(Pixels picture) {
        return new PixelSource() {
            @Override
            public int channels() {
                return picture.channels();
            }

            @Override
            public byte[] render(PixelRegion region) {
                return picture.cut(
                                (int) region.left(),
                                (int) region.top(),
                                region.width(),
                                region.height())
                        .bytes();
            }
        };
    }

    /**
     * The picture of a texture.
     *
     * @throws Problem 404 if the model does not hold it
     */
    private static Pixels exemplar(OpenModel model, PlaneChoice choice) {
        Weave weave = model.model().weave();
        if (weave == null) {
            throw Problem.notFound(
                    "the model " + model.shelved().name() + " does not hold its pictures");
        }
        List<String> names = model.textures().names();
        int index = choice.texture().map(names::indexOf).orElse(0);
        if (index < 0 && model.hasSeveral()) {
            throw Problem.notFound("a mixture has no picture of its own; ask for one texture");
        }
        List<Weave.Source> sources = weave.sources();
        return sources.get(Math.max(0, Math.min(index, sources.size() - 1))).picture();
    }
}
