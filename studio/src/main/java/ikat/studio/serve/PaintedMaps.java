package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.texture.Brushed;
import ikat.texture.BrushedCells;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.texture.Stroke;
import java.util.ArrayList;
import java.util.List;

/** What maps make of models; those that were used last are at hand. Safe for many threads. */
final class PaintedMaps implements Planes.MapFields {

    private static final int MOST = 64;

    private final MapShelf shelf;
    private final Cache<Key, PlaneContent> contents =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(String map, ShelvedModel model) {}

    PaintedMaps(MapShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public PlaneContent content(String map, OpenModel model) {
        return contents.get(
                new Key(map, model.shelved()),
                key -> {
                    byte[] json = shelf.get(map);
                    MapDocument document = Json.MAPPER.readValue(json, MapDocument.class);
                    return content(MapCheck.check(document), model);
                });
    }

    /**
     * What a map makes of a model.
     *
     * @throws Problem 400 if the map is another model's
     * @throws IllegalArgumentException one sentence, if the model lacks a texture
     */
    static PlaneContent content(CheckedMap map, OpenModel model) {
        if (!map.model().equals(model.shelved().name())) {
            throw Problem.badRequest(
                    "the map is painted on the model "
                            + Query.excerpt(map.model())
                            + ", not on "
                            + model.shelved().name());
        }
        List<Stroke> anew =
                map.strokes().stream().filter(MapStroke::drawsAnew).map(MapStroke::stroke).toList();
        Rerolls rerolls = BrushedCells.of(model.model().spec().cellPixels(), anew);
        return new PlaneContent(map.seed(), field(map, model), rerolls);
    }

    private static GlobalField field(CheckedMap map, OpenModel model) {
        GlobalVector base =
                map.base()
                        .map(model.textures()::parse)
                        .orElseGet(() -> model.textures().random(map.seed()));
        List<GlobalVector> textures = map.textures().stream().map(model.textures()::parse).toList();
        List<Integer> used = new ArrayList<>();
        List<Brushed.Layer> layers = new ArrayList<>();
        for (MapStroke stroke : map.strokes()) {
            Integer texture = stroke.texture();
            if (texture != null) {
                if (!used.contains(texture)) {
                    used.add(texture);
                }
                layers.add(new Brushed.Layer(used.indexOf(texture), stroke.stroke()));
            }
        }
        // Only those that were painted with: each has its waves, which take time at every place.
        return layers.isEmpty()
                ? new GlobalField.Constant(base)
                : new Brushed(base, used.stream().map(textures::get).toList(), layers);
    }
}
