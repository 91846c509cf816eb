package ikat.studio.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.texture.Stroke;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stroke as it stands in JSON; {@link MapCheck} says what is allowed.
 *
 * @param texture its place in the map's list, or null where the stroke draws cells anew
 * @param reroll true where the stroke draws cells anew, else null or false
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
        @Nullable List<double @Nullable []> points) {

    /** Whether it draws cells anew. */
    boolean drawsAnew() {
        return Boolean.TRUE.equals(reroll);
    }

    /**
     * The stroke on the plane.
     *
     * @throws IllegalArgumentException if something is missing
     */
    Stroke stroke() {
        if (radius == null || points == null) {
            throw new IllegalArgumentException("a stroke needs radius and points");
        }
        return new Stroke(
                radius,
                softness == null ? 0 : softness,
                points.stream().map(MapStroke::point).toList());
    }

    private static Stroke.Point point(double @Nullable [] pair) {
        if (pair == null || pair.length != 2) {
            throw new IllegalArgumentException("a point must be two numbers");
        }
        return new Stroke.Point(pair[0], pair[1]);
    }
}
