package ikat.studio.serve;

import ikat.image.Exemplar;
import ikat.image.Pixels;
import ikat.service.Workshop;
import ikat.service.score.HeldPicture;
import ikat.service.score.ModelScore;
import ikat.service.score.ModelTexture;
import ikat.service.score.ScoreJson;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.web.Feature;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/models/{model}/exemplar.png} and {@code /score}: the picture that a texture was
 * learned from, if the model holds it, and how alike the plane is to it.
 *
 * @param workshop renders and scores
 * @param threads that render what is scored
 * @param answers cached pictures
 * @param scores cached scores, which are computed apart from what is rendered
 */
public record ExemplarRoutes(
        Planes planes, Workshop workshop, int threads, CachedAnswers answers, CachedAnswers scores)
        implements Feature {

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
        OpenModel model = planes.models().get(wanted.model());
        Pixels exemplar = held(model, HeldPicture.of(model.model(), choice.texture()));
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
        Exemplar exemplar =
                held(
                        model,
                        HeldPicture.exemplar(
                                model.shelved().name(), model.model(), wanted.choice().texture()));
        scores.send(
                context, "application/json", wanted, () -> rate(model, wanted.choice(), exemplar));
    }

    private byte[] rate(OpenModel model, PlaneChoice choice, Exemplar exemplar) {
        ModelScore found =
                ModelScore.of(
                        workshop,
                        threads,
                        String.valueOf(model.shelved().file().getFileName()),
                        ModelTexture.first(model.model(), choice.texture(), choice.seed()),
                        choice.detail(),
                        choice.seed(),
                        exemplar);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("texture", found.candidates().texture());
        all.put("seeds", found.candidates().seeds());
        all.putAll(ScoreJson.entries(found.score()));
        all.put("meaning", ScoreJson.MEANING);
        return Json.MAPPER.writeValueAsBytes(all);
    }

    /**
     * The picture of a texture.
     *
     * @throws Problem 404 if the model does not hold it
     */
    private static <T> T held(OpenModel model, Optional<T> picture) {
        return picture.orElseThrow(
                () ->
                        Problem.notFound(
                                model.model().weave() == null
                                        ? "the model "
                                                + model.shelved().name()
                                                + " does not hold its pictures"
                                        : "a mixture has no picture of its own; ask for one"
                                                + " texture"));
    }
}
