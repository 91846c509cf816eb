package ikat.studio.jobs.renders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.image.PixelRegion;
import ikat.studio.serve.PlaneChoice;
import ikat.zoom.ZoomablePlane;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered, as it stands in JSON.
 *
 * @param model an id, with or without a version
 * @param seed of the noise, null for 0; a map brings its own
 * @param texture an expression, or null
 * @param map the id of a map, or null
 * @param x of the left side in pixels of the level, null for 0
 * @param y of the upper side in pixels of the level, null for 0
 * @param width in pixels, 1 to {@link #MOST_SIDE}
 * @param height in pixels, 1 to {@link #MOST_SIDE}
 * @param level how often the plane is halved, null for 0
 * @param format as {@link RenderFormat#word}, null for png
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "model", "seed", "texture", "map", "x", "y", "width", "height", "level", "format"
})
public record RenderOrder(
        @Nullable String model,
        @Nullable Long seed,
        @Nullable String texture,
        @Nullable String map,
        @Nullable Long x,
        @Nullable Long y,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer level,
        @Nullable String format) {

    /** The longest side. */
    public static final int MOST_SIDE = 65_536;

    private static final long MOST_PIXELS = 4_000_000_000L;
    private static final long FARTHEST = 1L << 36;

    /**
     * The same with nothing left to be filled in.
     *
     * @param modelId with its version
     * @throws IllegalArgumentException one sentence, if something is missing or too large
     */
    RenderOrder complete(String modelId) {
        int theLevel = (int) checked("level", orZero(level), 0, ZoomablePlane.MOST_LEVEL);
        long theWidth = checked("width", required("width", width), 1, MOST_SIDE);
        long theHeight = checked("height", required("height", height), 1, MOST_SIDE);
        if (theWidth * theHeight > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "the picture has "
                            + theWidth
                            + "x"
                            + theHeight
                            + " pixels, but must have at most 4 billion; ask for a smaller one");
        }
        long farthest = FARTHEST >> theLevel;
        return new RenderOrder(
                modelId,
                orZero(seed),
                texture,
                map,
                checked("x", orZero(x), -farthest, farthest),
                checked("y", orZero(y), -farthest, farthest),
                (int) theWidth,
                (int) theHeight,
                theLevel,
                RenderFormat.of(format == null ? RenderFormat.PNG.word() : format).word());
    }

    private static long orZero(@Nullable Number value) {
        return value == null ? 0 : value.longValue();
    }

    private static long required(String name, @Nullable Integer value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; give it in pixels");
        }
        return value;
    }

    private static long checked(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be from " + least + " to " + most);
        }
        return value;
    }

    /** Which plane. */
    @JsonIgnore
    PlaneChoice choice() {
        return new PlaneChoice(
                orZero(seed), Optional.ofNullable(texture), Optional.ofNullable(map));
    }

    /** Which part of the level; of a complete order. */
    @JsonIgnore
    PixelRegion region() {
        return new PixelRegion(orZero(x), orZero(y), (int) orZero(width), (int) orZero(height));
    }

    /** How often the plane is halved. */
    @JsonIgnore
    int halvings() {
        return (int) orZero(level);
    }

    /** The kind of file; of a complete order. */
    @JsonIgnore
    RenderFormat fileFormat() {
        return RenderFormat.of(String.valueOf(format));
    }
}
