package ikat.studio.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.io.Sha256;
import ikat.studio.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A painted map as JSON; {@link PaintedMap} checks it.
 *
 * @param model by name, so that the map survives further training of the model
 * @param seed of the noise, null for 0
 * @param base an expression for the texture where nothing is painted; null for a draw by the seed,
 *     or for a model with one texture only
 * @param textures to paint with
 * @param strokes in the order in which they were painted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"model", "seed", "base", "textures", "strokes"})
public record MapDocument(
        @Nullable String model,
        @Nullable Long seed,
        @Nullable String base,
        @Nullable List<@Nullable MapTexture> textures,
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

    /** The names of the models of this map, that of the ground first. */
    public List<String> models() {
        List<@Nullable MapTexture> all = textures == null ? List.of() : textures;
        Stream<@Nullable String> further =
                all.stream().filter(Objects::nonNull).map(MapTexture::model);
        return Stream.concat(Stream.of(model), further)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The same map with a model that is called otherwise now. */
    public MapDocument renamed(String former, String name) {
        List<@Nullable MapTexture> renamed =
                textures == null
                        ? null
                        : textures.stream()
                                .<@Nullable MapTexture>map(
                                        one -> one == null ? null : one.renamed(former, name))
                                .toList();
        return new MapDocument(former.equals(model) ? name : model, seed, base, renamed, strokes);
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
