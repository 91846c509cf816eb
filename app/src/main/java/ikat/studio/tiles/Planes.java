package ikat.studio.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.studio.models.OpenModel;
import ikat.zoom.ZoomablePlane;

/** The planes that were used last. Safe for many threads. */
public final class Planes {

    private static final int MOST = 64;

    private final MapFields maps;
    private final Cache<Key, ZoomablePlane> planes =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(OpenModel model, PlaneChoice choice) {}

    /** Where painted maps come from. */
    @FunctionalInterface
    public interface MapFields {

        /**
         * The field of a map.
         *
         * @throws ikat.studio.web.Problem 404 if there is no such map, 400 if it is another model's
         */
        GlobalField field(String map, OpenModel model);
    }

    public Planes(MapFields maps) {
        this.maps = maps;
    }

    /**
     * A plane, at any level.
     *
     * @throws IllegalArgumentException one sentence, if the model has no such texture
     */
    public ZoomablePlane plane(OpenModel model, PlaneChoice choice) {
        return planes.get(
                new Key(model, choice),
                key ->
                        ZoomablePlane.of(
                                model.levels(),
                                choice.seed(),
                                field(model, choice),
                                Boundary.ENDLESS));
    }

    /** Which texture stands where. */
    public GlobalField field(OpenModel model, PlaneChoice choice) {
        if (choice.map().isPresent()) {
            return maps.field(choice.map().get(), model);
        }
        return new GlobalField.Constant(
                choice.texture()
                        .map(model.textures()::parse)
                        .orElseGet(() -> model.textures().random(choice.seed())));
    }
}
