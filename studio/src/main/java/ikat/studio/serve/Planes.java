package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.render.RepeatedTile;
import ikat.studio.web.Json;
import ikat.studio.web.Limit;
import ikat.studio.web.Limits;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.weave.BlockCache;
import ikat.weave.Detail;
import ikat.zoom.LayeredPlane;
import ikat.zoom.ZoomablePlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private static final int MAX_UNIFORM = 32;
    private static final int MAX_BORDERS = 128; // of 0.2 MB

    private final OpenModels models;
    private final MapShelf maps;
    // A cached plane holds its models, so that those of several count more.
    private final Cache<Key, ShownPlane> planes =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_CACHED)
                    .<Key, ShownPlane>weigher((key, plane) -> 1 + key.others().size())
                    .build();
    private final Cache<Key, RepeatedTile> overviews =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<String, PaintedMap> read =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<Key, PlaneContent> painted =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_CACHED)
                    .<Key, PlaneContent>weigher((key, content) -> 1 + key.others().size())
                    .build();
    private final Cache<Uniform, ZoomablePlane> uniform =
            Caffeine.newBuilder().maximumSize(MAX_UNIFORM).build();
    private final BlockCache<Pixels> borders = new BlockCache<>(MAX_BORDERS);

    private record Uniform(OpenModel model, long seed, GlobalVector texture, Detail detail) {}

    private record Key(OpenModel model, PlaneChoice choice, List<ShelvedModel> others) {}

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
        PlaneContent.of(map, model, this::other); // what does not exist is refused at once
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

    private ShownPlane plane(OpenModel model, PlaneChoice choice) {
        PlaneChoice colours = choice.colours(detail(model, choice));
        return planes.get(
                new Key(model, colours, others(choice)), key -> plane(model, choice, key));
    }

    private ShownPlane plane(OpenModel model, PlaneChoice choice, Key key) {
        PlaneContent content = content(model, choice, key.others());
        if (content.over().isPresent()) {
            choice.kind().ifPresent(ShownPlane.Layered::refuse);
        }
        ZoomablePlane own = zoomable(model, content, detail(model, choice));
        return content.over()
                .<ShownPlane>map(
                        over -> new ShownPlane.Layered(layered(own, content, over, choice)))
                .orElseGet(() -> new ShownPlane.Single(own));
    }

    private LayeredPlane layered(
            ZoomablePlane own, PlaneContent content, PlaneContent.Over over, PlaneChoice choice) {
        List<ZoomablePlane> all = new ArrayList<>(List.of(own));
        for (PlaneContent.Part part : over.parts()) {
            PlaneContent alone = part.content(content.seed());
            all.add(zoomable(part.model(), alone, partDetail(part.model(), choice)));
        }
        return new LayeredPlane(all, over.planeOf(), over.shares(), content.seed(), borders);
    }

    /** Paintings share planes of one texture, so that not every stroke weaves them anew. */
    private ZoomablePlane zoomable(OpenModel model, PlaneContent content, Detail detail) {
        return content.alone()
                .map(
                        texture ->
                                uniform.get(
                                        new Uniform(model, content.seed(), texture, detail),
                                        key -> opened(model, content, detail)))
                .orElseGet(() -> opened(model, content, detail));
    }

    private static ZoomablePlane opened(OpenModel model, PlaneContent content, Detail detail) {
        PlaneContent plain =
                content.alone()
                        .map(texture -> PlaneContent.of(content.seed(), texture))
                        .orElse(content);
        return ZoomablePlane.of(model.levels(), plain.plane(model), detail);
    }

    /** What is asked for, of a model that has it. */
    private static Detail partDetail(OpenModel model, PlaneChoice choice) {
        boolean woven = model.model().weave() != null;
        return choice.detail()
                .filter(detail -> woven || detail == Detail.NETWORK)
                .orElseGet(() -> Detail.of(model.model()));
    }

    /**
     * The further models that a choice is painted with; none of most.
     *
     * @throws Problem 404 if one of them, or the map, is not there
     */
    List<ShelvedModel> others(PlaneChoice choice) {
        return choice.painted()
                .map(id -> map(id).others().stream().map(this::shelved).toList())
                .orElse(List.of());
    }

    private ShelvedModel shelved(String name) {
        return models.shelf()
                .named(name)
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                        ("the painting uses the model %s, which is not in the"
                                                        + " library; restore it, or give another"
                                                        + " model that name")
                                                .formatted(Query.excerpt(name))));
    }

    private OpenModel other(String name) {
        return models.get(shelved(name));
    }

    /**
     * What the answer to a request depends on.
     *
     * @param own what it depends on besides further models of a painting
     * @param modelId as given in the address
     */
    public Dependence dependence(Record own, PlaneChoice choice, String modelId) {
        return Dependence.of(own, others(choice), modelId);
    }

    /** Words that tell the versions of the further models of a painting; empty for most choices. */
    public String versions(PlaneChoice choice) {
        return others(choice).stream().map(model -> " " + model.id()).collect(Collectors.joining());
    }

    /**
     * Checks that a plane and its map exist, without preparing a level.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture or map
     * @throws Problem 404 if there is no such map, 400 if it belongs to another model
     */
    void check(OpenModel model, PlaneChoice choice) {
        choice.kind().ifPresent(plane(model, choice)::checkMap);
    }

    /**
     * A level of a plane: its colours, or a map of the material.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture or map
     * @throws Problem as {@link #check}
     */
    public PixelSource level(OpenModel model, PlaneChoice choice, int level) {
        ShownPlane plane = plane(model, choice);
        return choice.kind()
                .map(kind -> plane.map(kind, level))
                .orElseGet(() -> plane.level(level));
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
                new Key(model, choice, others(choice)),
                key ->
                        RepeatedTile.of(
                                level(model, choice, OVERVIEW_LEVEL).onOneThread(), OVERVIEW));
    }

    /**
     * Which of the model's own textures stands where.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture
     * @throws Problem as {@link #check}
     */
    public GlobalField field(OpenModel model, PlaneChoice choice) {
        return content(model, choice, others(choice)).field();
    }

    private PlaneContent content(OpenModel model, PlaneChoice choice, List<ShelvedModel> others) {
        if (choice.painted().isPresent()) {
            PaintedMap map = map(choice.painted().get());
            map.checkModel(model.shelved());
            PlaneChoice alone = new PlaneChoice(0, Optional.empty(), choice.painted());
            return painted.get(
                    new Key(model, alone, others), key -> PlaneContent.of(map, model, this::other));
        }
        GlobalVector texture =
                choice.texture()
                        .map(model.textures()::parse)
                        .orElseGet(() -> model.textures().random(choice.seed()));
        return PlaneContent.of(choice.seed(), texture);
    }

    private PaintedMap map(String id) {
        return read.get(
                id, key -> PaintedMap.of(Json.MAPPER.readValue(maps.get(key), MapDocument.class)));
    }
}
