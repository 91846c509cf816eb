package ikat.studio.serve;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import ikat.weave.Detail;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * The choice of one of a model's planes.
 *
 * @param seed of the noise; a map has its own
 * @param texture an expression such as {@code bark} or {@code 0.7*bark+0.3*moss}; empty for a draw
 *     by the seed, or for a model with one texture only
 * @param map the id of a painted map that says which texture stands where
 * @param detail of the network or woven; empty for what the model shows by default
 */
public record PlaneChoice(
        long seed, Optional<String> texture, Optional<String> map, Optional<Detail> detail) {

    private static final int MOST_TEXT = 400;

    public PlaneChoice {
        if (texture.isPresent() && map.isPresent()) {
            throw Problem.badRequest(
                    "texture and map exclude each other: a map says itself what stands where");
        }
        if (texture.isPresent() && texture.get().length() > MOST_TEXT) {
            throw Problem.badRequest(
                    "texture has %s characters, but must have at most %s"
                            .formatted(texture.get().length(), MOST_TEXT));
        }
    }

    /** A plane of a texture with the detail that its model shows by default. */
    public PlaneChoice(long seed, Optional<String> texture, Optional<String> map) {
        this(seed, texture, map, Optional.empty());
    }

    /** Reads the query of a request. */
    public static PlaneChoice of(Context context) {
        return new PlaneChoice(
                Query.wholeNumber(context, "seed", 0),
                Query.text(context, "texture"),
                Query.text(context, "map"),
                Query.text(context, "detail")
                        .map(text -> Query.constant(Detail.class, "detail", text)));
    }
}
