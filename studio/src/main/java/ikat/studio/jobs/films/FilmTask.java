package ikat.studio.jobs.films;

import ikat.film.FilmRenderer;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.service.film.FilmFile;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobStore;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A film: a loop of a mixture written to a file. */
final class FilmTask extends Job {

    /** The kind of job. */
    static final String KIND = "film";

    private final OpenModels models;
    private volatile double share;
    private volatile Details details;

    /** What is kept of a film; bytes is 0 until the file is finished. */
    record Details(String name, FilmOrder order, long bytes) {}

    FilmTask(Origin origin, OpenModels models, Details details) {
        super(origin, KIND, State.QUEUED);
        this.models = models;
        this.details = details;
    }

    /** Restores a film. */
    static FilmTask restored(Origin origin, OpenModels models, JsonNode details) {
        return new FilmTask(origin, models, Json.MAPPER.treeToValue(details, Details.class));
    }

    FilmOrder order() {
        return details.order();
    }

    /** The file, which exists once the film is done. */
    Path file() {
        return folder().resolve(details.name());
    }

    @Override
    protected Object details() {
        return details;
    }

    @Override
    protected Map<String, Object> facts() {
        Details now = details;
        boolean done = state() == State.DONE;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", now.name());
        all.put("share", done ? 1.0 : share);
        all.put("bytes", now.bytes());
        all.put("file", done ? "/api/films/" + id() + "/file" : null);
        all.put("order", now.order());
        return all;
    }

    /** Renders the frames of an order, on one thread. */
    static FilmRenderer renderer(FilmOrder order, OpenModel model) {
        return FilmRenderer.of(
                model.model(),
                order.film(model),
                noise -> {
                    NoiseField moved = noise.moved(model.model(), order.moved(noise.motion()));
                    return new TextureRenderer(model.levels().generator(), moved).onOneThread();
                });
    }

    @Override
    protected State work() throws IOException {
        share = 0;
        OpenModel model = models.get(String.valueOf(order().model()));
        boolean kept = false;
        try (FilmRenderer renderer = renderer(order(), model)) {
            int all = renderer.film().timeline().frames();
            FilmFile.of(file())
                    .write(renderer, () -> request() != Request.NONE, frames -> count(frames, all));
            details = new Details(details.name(), order(), Files.size(file()));
            kept = true;
            return State.DONE;
        } catch (InterruptedIOException e) {
            return request() == Request.STOP ? State.STOPPED : State.RUNNING;
        } finally {
            if (!kept) {
                JobStore.remove(file());
            }
        }
    }

    private void count(int frames, int all) {
        share = (double) frames / all;
        sendShare(share);
    }
}
