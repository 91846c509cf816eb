package ikat.studio.serve;

import ikat.model.MapKind;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.weave.Detail;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * The choice of one of a model's planes, or of a map of the material on it.
 *
 * @param seed of the noise; a map has its own
 * @param texture an expression such as {@code bark} or {@code 0.7*bark+0.3*moss}; empty for a draw
 *     by the seed, or for a model with one texture only
 * @param map the id of a painted map that says which texture stands where, or the kind of a map of
 *     the material such as {@code normal}, or both with a dot between
 * @param detail of the network or woven; empty for what the model shows by default
 */
public record PlaneChoice(
        long seed, Optional<String> texture, Optional<String> map, Optional<Detail> detail) {

    private static final int MOST_TEXT = 400;
    private static final char DOT = '.';

    public PlaneChoice {
        if (texture.isPresent() && painted(map).isPresent()) {
            throw Problem.badRequest(
                    "texture and map exclude each other: a map says itself what stands where");
        }
        if (texture.isPresent() && texture.get().length() > MOST_TEXT) {
            throw Problem.badRequest(
                    "texture has %s characters, but must have at most %s"
                            .formatted(texture.get().length(), MOST_TEXT));
        }
    }

    /** The id of a painted map. */
    public Optional<String> painted() {
        return painted(map);
    }

    private static Optional<String> painted(Optional<String> map) {
        return kind(map).isEmpty()
                ? map
                : map.map(text -> text.substring(0, Math.max(0, text.lastIndexOf(DOT))))
                        .filter(id -> !id.isEmpty());
    }

    /** The kind of the map of the material; empty for the colours. */
    public Optional<MapKind> kind() {
        return kind(map);
    }

    private static Optional<MapKind> kind(Optional<String> map) {
        return map.flatMap(text -> MapKind.named(text.substring(text.lastIndexOf(DOT) + 1)));
    }

    /** The colours of the same plane, with some detail. */
    PlaneChoice colours(Detail shown) {
        return new PlaneChoice(seed, texture, painted(), Optional.of(shown));
    }

    /** A plane of a texture with the detail that its model shows by default. */
    public PlaneChoice(long seed, Optional<String> texture, Optional<String> map) {
        this(seed, texture, map, Optional.empty());
    }

    /** Reads the query of a request. */
    public static PlaneChoice of(Context context) {
        return of(context, Query.text(context, "map"));
    }

    /** Reads the query of a request in which maps have no place. */
    static PlaneChoice ofTexture(Context context) {
        return of(context, Optional.empty());
    }

    private static PlaneChoice of(Context context, Optional<String> map) {
        return new PlaneChoice(
                Query.wholeNumber(context, "seed", 0),
                Query.text(context, "texture"),
                map,
                Query.text(context, "detail")
                        .map(text -> Query.constant(Detail.class, "detail", text)));
    }
}
