package ikat.studio.jobs.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.ImageFiles;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.service.Workshop;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.serve.TilePlace;
import ikat.studio.web.Problem;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tiles of the plane of a training: of the state that is shown, or of a stand-in before there is
 * one. A state that is evicted is closed by the garbage collector once nothing renders with it.
 * Thread-safe.
 */
final class TrainingTiles {

    private static final int MAX_OPEN = 2;
    private static final int MAX_STAND_INS = 8;

    private final Workshop workshop;
    private final CachedAnswers answers;
    private final Cache<State, ZoomLevels> states =
            Caffeine.newBuilder().maximumSize(MAX_OPEN).build();
    private final Cache<Seen, ZoomablePlane> planes =
            Caffeine.newBuilder().maximumSize(MAX_OPEN).build();
    private final Cache<Picture, StandIn> standIns =
            Caffeine.newBuilder().maximumSize(MAX_STAND_INS).build();

    /** A state of a training by its file. */
    private record State(Path file, String version) {}

    /** A plane of a state, whose woven blocks its tiles share. */
    private record Seen(State state, PlaneChoice choice) {}

    private record Picture(Path crop, long seed) {}

    /** All that a tile depends on; no state is the stand-in. */
    private record Wanted(
            Path folder, Optional<State> state, PlaneChoice choice, TilePlace place) {}

    TrainingTiles(Workshop workshop, CachedAnswers answers) {
        this.workshop = workshop;
        this.answers = answers;
    }

    /** Answers a request with a tile. */
    void answer(Context context, TrainingTask task) {
        if (task.facts().get("model") != null) {
            throw Problem.notFound(
                    "this training is done, and its model has the tiles: "
                            + task.facts().get("model"));
        }
        LatestState latest = task.files().state();
        Wanted wanted =
                new Wanted(
                        task.folder(),
                        latest.version().map(version -> new State(latest.file(), version)),
                        PlaneChoice.of(context),
                        TilePlace.of(context));
        if (answers.notModified(context, wanted, "")) {
            return;
        }
        Path crop = task.files().crop(task.firstUsed());
        answers.send(
                context, wanted.place().format().mediaType(), wanted, () -> make(wanted, crop));
    }

    private byte[] make(Wanted wanted, Path crop) {
        TilePlace place = wanted.place();
        Pixels tile =
                wanted.state()
                        .map(state -> Pixels.of(plane(state, wanted), place.region()))
                        .orElseGet(
                                () ->
                                        standIns.get(
                                                        new Picture(crop, wanted.choice().seed()),
                                                        TrainingTiles::standIn)
                                                .render(place.region(), place.level()));
        return place.format().pack(tile);
    }

    private PixelSource plane(State state, Wanted wanted) {
        return planes.get(new Seen(state, wanted.choice()), this::plane)
                .level(wanted.place().level())
                .onOneThread();
    }

    private ZoomablePlane plane(Seen seen) {
        ZoomLevels levels = states.get(seen.state(), this::open);
        Textures textures = Textures.of(levels.model());
        PlaneChoice choice = seen.choice();
        GlobalVector texture =
                choice.texture()
                        .map(textures::parse)
                        .orElseGet(
                                () ->
                                        textures.names().isEmpty()
                                                ? textures.random(choice.seed())
                                                : textures.named(textures.names().get(0)));
        NoiseField plane =
                new NoiseField(
                        levels.model(),
                        choice.seed(),
                        new GlobalField.Constant(texture),
                        Boundary.ENDLESS);
        return ZoomablePlane.of(levels, plane, Detail.of(levels.model()));
    }

    private ZoomLevels open(State state) {
        try {
            return ZoomLevels.ofAll(
                    TextureModel.read(state.file()), model -> workshop.generator(model, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandIn standIn(Picture picture) {
        try {
            return new StandIn(ImageFiles.read(picture.crop()).toPixels(), picture.seed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
