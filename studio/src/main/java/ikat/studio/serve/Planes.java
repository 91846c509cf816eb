package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.noise.Boundary;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.render.RepeatedTile;
import ikat.studio.web.Json;
import ikat.studio.web.Limit;
import ikat.studio.web.Limits;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.nio.file.Path;

/**
 * The planes of all models, with a cache of those used last. Thread-safe.
 *
 * <p>Standards for finite images see a plane as the {@link #IMAGE_SIDE} by {@link #IMAGE_SIDE}
 * pixels right of and below the origin. Its overview is the smallest level rendered, from which
 * smaller ones are scaled.
 */
public final class Planes {

    /** Width and height of a plane as an image, in pixels. */
    public static final int IMAGE_SIDE = 1 << 16;

    /** The level of the overview. */
    public static final int OVERVIEW_LEVEL = 8;

    private static final PixelRegion OVERVIEW =
            new PixelRegion(0, 0, IMAGE_SIDE >> OVERVIEW_LEVEL, IMAGE_SIDE >> OVERVIEW_LEVEL);

    private static final int MAX_CACHED = 64;

    private final OpenModels models;
    private final MapShelf maps;
    private final Cache<Key, ZoomablePlane> planes =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<Key, RepeatedTile> overviews =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<MapKey, Content> painted =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    private record Key(OpenModel model, PlaneChoice choice) {}

    private record MapKey(String map, ShelvedModel model) {}

    /** What makes one plane of a model different from another. */
    record Content(long seed, GlobalField field, Rerolls rerolls) {

        NoiseField plane(OpenModel model) {
            return new NoiseField(
                    model.model(), seed, field, Boundary.ENDLESS, Motion.STILL, rerolls);
        }
    }

    /**
     * The planes of a studio.
     *
     * @param maps the folder of painted maps
     */
    public Planes(OpenModels models, Path maps, Limits limits) {
        this.models = models;
        this.maps = new MapShelf(maps, limits.of(Limit.MAPS), limits.bytes(Limit.MAPS_MB));
    }

    /** The models. */
    public OpenModels models() {
        return models;
    }

    /**
     * Checks a map on its model.
     *
     * @throws Problem 404 if there is no such model
     * @throws IllegalArgumentException one sentence, if something of it is not allowed
     */
    void check(MapDocument document) {
        PaintedMap map = PaintedMap.of(document);
        OpenModel model = models.get(map.model());
        if (!model.shelved().name().equals(map.model())) {
            throw Problem.badRequest(
                    "model is %s, but must be a name without a version: %s"
                            .formatted(Query.excerpt(map.model()), model.shelved().name()));
        }
        map.on(model); // a texture that does not exist is refused at once
    }

    /**
     * Keeps a painted map as a file; returns its id. Throws as {@link #check}, and 503 if it cannot
     * be written.
     */
    public String keep(MapDocument document) {
        check(document);
        return maps.keep(document.canonical());
    }

    /** Keeps a map that was checked before in memory for a while; returns its id. */
    public String draft(MapDocument document) {
        return maps.draft(document.canonical());
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
        return planes.get(
                new Key(model, choice.colours(detail(model, choice))),
                key ->
                        ZoomablePlane.of(
                                model.levels(),
                                content(model, choice).plane(model),
                                detail(model, choice)));
    }

    /**
     * Checks that a plane and its map exist, without preparing a level.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture or map
     */
    void check(OpenModel model, PlaneChoice choice) {
        choice.kind().ifPresent(plane(model, choice)::checkMap);
    }

    /**
     * A level of a plane: its colours, or a map of the material.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture or map
     */
    public PixelSource level(OpenModel model, PlaneChoice choice, int level) {
        return shown(plane(model, choice), choice, level);
    }

    /** What a choice shows of a plane. */
    static PixelSource shown(ZoomablePlane plane, PlaneChoice choice, int level) {
        return choice.kind()
                .map(kind -> plane.map(kind, level))
                .orElseGet(() -> plane.level(level));
    }

    /** The detail of a plane: maps belong to woven detail. */
    static Detail detail(OpenModel model, PlaneChoice choice) {
        Detail usual = choice.kind().isPresent() ? Detail.WOVEN : Detail.of(model.model());
        return choice.detail().orElse(usual);
    }

    /** The overview of a plane, rendered on the calling thread if needed; not to be changed. */
    public RepeatedTile overview(OpenModel model, PlaneChoice choice) {
        return overviews.get(
                new Key(model, choice),
                key ->
                        RepeatedTile.of(
                                level(model, choice, OVERVIEW_LEVEL).onOneThread(), OVERVIEW));
    }

    /** Which texture stands where; throws as {@link #plane}. */
    public GlobalField field(OpenModel model, PlaneChoice choice) {
        return content(model, choice).field();
    }

    private Content content(OpenModel model, PlaneChoice choice) {
        if (choice.painted().isPresent()) {
            return painted.get(
                    new MapKey(choice.painted().get(), model.shelved()),
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
