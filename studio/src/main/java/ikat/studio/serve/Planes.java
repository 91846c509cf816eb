package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.noise.Boundary;
import ikat.studio.web.Json;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.zoom.ZoomablePlane;
import java.nio.file.Path;

/** The planes of all models, with a cache of those used last. Thread-safe. */
public final class Planes {

    private static final int MAX_CACHED = 64;

    private final OpenModels models;
    private final MapShelf maps;
    private final Cache<Key, ZoomablePlane> planes =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<MapKey, Content> painted =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    private record Key(OpenModel model, PlaneChoice choice) {}

    private record MapKey(String map, ShelvedModel model) {}

    /**
     * What makes one plane of a model different from another.
     *
     * @param seed of the noise
     * @param field which texture stands where
     * @param rerolls which cells were drawn again
     */
    record Content(long seed, GlobalField field, Rerolls rerolls) {}

    /**
     * The planes of a studio.
     *
     * @param folder of the studio, which holds the painted maps
     */
    public Planes(OpenModels models, Path folder) {
        this.models = models;
        this.maps = new MapShelf(folder.resolve("maps"));
    }

    /** The models. */
    public OpenModels models() {
        return models;
    }

    MapShelf maps() {
        return maps;
    }

    /**
     * A plane, at any level.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture
     * @throws ikat.studio.web.Problem 404 if there is no such map, 400 if it belongs to another
     *     model
     */
    public ZoomablePlane plane(OpenModel model, PlaneChoice choice) {
        return planes.get(new Key(model, choice), key -> open(model, content(model, choice)));
    }

    private static ZoomablePlane open(OpenModel model, Content content) {
        return ZoomablePlane.of(
                model.levels(),
                content.seed(),
                content.field(),
                Boundary.ENDLESS,
                content.rerolls());
    }

    /** Which texture stands where; throws as {@link #plane}. */
    public GlobalField field(OpenModel model, PlaneChoice choice) {
        return content(model, choice).field();
    }

    private Content content(OpenModel model, PlaneChoice choice) {
        if (choice.map().isPresent()) {
            return painted.get(
                    new MapKey(choice.map().get(), model.shelved()),
                    key -> painted(key.map(), model));
        }
        GlobalVector texture =
                choice.texture()
                        .map(model.textures()::parse)
                        .orElseGet(() -> model.textures().random(choice.seed()));
        return new Content(choice.seed(), new GlobalField.Constant(texture), Rerolls.NONE);
    }

    private Content painted(String map, OpenModel model) {
        MapDocument document = Json.MAPPER.readValue(maps.get(map), MapDocument.class);
        return PaintedMap.of(document).on(model);
    }
}
