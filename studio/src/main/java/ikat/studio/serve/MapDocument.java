package ikat.studio.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.io.Sha256;
import ikat.studio.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map as it stands in JSON; {@link MapCheck} says what is allowed.
 *
 * @param model by name, so that it can be trained on and the map stays
 * @param seed of the noise, null for 0
 * @param base an expression for what stands where nothing was painted; null for a draw by the seed,
 *     or where the model has one texture only
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

    /** The text that stands for this map, always the same for the same map. */
    byte[] canonical() {
        return Json.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** What a canonical text is known by: the first digits of its SHA-256. */
    static String id(byte[] canonical) {
        return Sha256.of(canonical).substring(0, ID_DIGITS);
    }
}
