package ikat.weave;

import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.Weave;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The maps of exemplars at reduced sizes, each made by the first call. Thread-safe. */
final class MapLevels {

    private final MaterialMaps full;
    private final List<Weave.Source> sources;
    private final Map<Key, Pixels[]> made = new ConcurrentHashMap<>();

    private record Key(MapKind kind, int level) {}

    MapLevels(Weave weave) {
        this.full = weave.maps();
        this.sources = weave.sources();
    }

    /** The maps at full size. */
    MaterialMaps full() {
        return full;
    }

    /** The heights of an exemplar at full size, or null if there are none. */
    @Nullable Pixels heights(int source) {
        boolean known = full.kinds().contains(MapKind.HEIGHT);
        return known ? full.of(source, MapKind.HEIGHT) : null;
    }

    /** The weight under which heights differ as much as the colours of the exemplars do. */
    float relief() {
        double colours = 0;
        double heights = 0;
        for (int i = 0; i < sources.size(); i++) {
            Pixels map = heights(i);
            colours += sources.get(i).picture().variance();
            heights += map == null ? 0 : map.variance();
        }
        return heights == 0 ? 0 : (float) (2 * Math.sqrt(colours / heights));
    }

    /**
     * The maps of a kind at the places of a level, by exemplar.
     *
     * @throws IllegalArgumentException if there are none of the kind; one sentence
     */
    Pixels[] at(MapKind kind, int level) {
        return made.computeIfAbsent(
                new Key(kind, level),
                key ->
                        IntStream.range(0, sources.size())
                                .mapToObj(source -> shown(source, kind, level))
                                .toArray(Pixels[]::new));
    }

    private Pixels shown(int source, MapKind kind, int level) {
        boolean torus = sources.get(source).domain().isTorus();
        return ExemplarLevel.shown(full.of(source, kind), level, kind.averaging(), torus);
    }
}
