package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.noise.Boundary;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
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
         * What a map makes of a model.
         *
         * @throws ikat.studio.web.Problem 404 if there is no such map, 400 if it is another model's
         */
        PlaneContent content(String map, OpenModel model);
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
        return planes.get(new Key(model, choice), key -> open(model, content(model, choice)));
    }

    private static ZoomablePlane open(OpenModel model, PlaneContent content) {
        return ZoomablePlane.of(
                model.levels(),
                content.seed(),
                content.field(),
                Boundary.ENDLESS,
                content.rerolls());
    }

    /** Which texture stands where. */
    public GlobalField field(OpenModel model, PlaneChoice choice) {
        return content(model, choice).field();
    }

    private PlaneContent content(OpenModel model, PlaneChoice choice) {
        if (choice.map().isPresent()) {
            return maps.content(choice.map().get(), model);
        }
        GlobalVector texture =
                choice.texture()
                        .map(model.textures()::parse)
                        .orElseGet(() -> model.textures().random(choice.seed()));
        return new PlaneContent(choice.seed(), new GlobalField.Constant(texture), Rerolls.NONE);
    }
}
