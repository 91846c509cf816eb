package ikat.studio.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.io.Sha256;
import ikat.studio.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A painted map as JSON; {@link PaintedMap} checks it.
 *
 * @param model by name, so that the map survives further training of the model
 * @param seed of the noise, null for 0
 * @param base an expression for the texture where nothing is painted; null for a draw by the seed,
 *     or for a model with one texture only
 * @param textures expressions to paint with
 * @param strokes in the order in which they were painted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"model", "seed", "base", "textures", "strokes"})
public record MapDocument(
        @Nullable String model,
        @Nullable Long seed,
        @Nullable String base,
        @Nullable List<@Nullable String> textures,
        @Nullable List<@Nullable MapStroke> strokes) {

    private static final int ID_DIGITS = 24;

    /**
     * A brush stroke.
     *
     * @param texture index in the map's list, or null if the stroke draws cells again
     * @param reroll true if the stroke draws cells again, else null or false
     * @param radius of the brush in pixels of the plane
     * @param softness the share of the radius over which it fades out, null for 0
     * @param points pairs of x and y in pixels of the plane
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"texture", "reroll", "radius", "softness", "points"})
    public record MapStroke(
            @Nullable Integer texture,
            @Nullable Boolean reroll,
            @Nullable Double radius,
            @Nullable Double softness,
            @Nullable List<double @Nullable []> points) {}

    /** The same map on a model that is called otherwise. */
    public MapDocument of(String otherModel) {
        return new MapDocument(otherModel, seed, base, textures, strokes);
    }

    /** The canonical text of this map: equal maps have equal texts. */
    byte[] canonical() {
        return Json.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** The id of a canonical text: the first digits of its SHA-256. */
    static String id(byte[] canonical) {
        return Sha256.of(canonical).substring(0, ID_DIGITS);
    }
}
