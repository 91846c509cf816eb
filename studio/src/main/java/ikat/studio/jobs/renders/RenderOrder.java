package ikat.studio.jobs.renders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ikat.image.PixelRegion;
import ikat.render.WrapCertificate.Axes;
import ikat.studio.serve.PlaneChoice;
import ikat.studio.web.Query;
import ikat.text.Checks;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered, as JSON.
 *
 * @param model an id, with or without a version
 * @param seed of the noise, null for 0; ignored with a map, which has its own
 * @param texture an expression, or null
 * @param map the id of a map, or null
 * @param detail as in {@link ikat.weave.Detail}, null for what the model shows by default
 * @param x of the left edge in pixels of the level, null for 0
 * @param y of the upper edge in pixels of the level, null for 0
 * @param width in pixels, 1 to {@link #MAX_SIDE}
 * @param height in pixels, 1 to {@link #MAX_SIDE}
 * @param level the number of times the plane is halved, null for 0
 * @param format as in {@link Format}, null for png
 * @param wrap the axes along which the picture joins with its copies, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "model", "seed", "texture", "map", "detail", "x", "y", "width", "height", "level", "format",
    "wrap"
})
public record RenderOrder(
        @Nullable String model,
        @Nullable Long seed,
        @Nullable String texture,
        @Nullable String map,
        @Nullable String detail,
        @Nullable Long x,
        @Nullable Long y,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer level,
        @Nullable String format,
        @Nullable String wrap) {

    /** The longest side in pixels. */
    public static final int MAX_SIDE = 65_536;

    private static final long MAX_PIXELS = 4_000_000_000L;
    private static final long FARTHEST = 1L << 36;

    /**
     * This order with the defaults filled in, checked.
     *
     * @param modelId the id with a version
     * @throws IllegalArgumentException one sentence, if something is missing or too large
     */
    RenderOrder complete(String modelId) {
        int theLevel = Checks.range("level", or(level, 0), 0, ZoomablePlane.MOST_LEVEL);
        int theWidth = Checks.range("width", required("width", width), 1, MAX_SIDE);
        int theHeight = Checks.range("height", required("height", height), 1, MAX_SIDE);
        if ((long) theWidth * theHeight > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "the picture has %dx%d pixels, but must have at most 4 billion; ask for a smaller one"
                            .formatted(theWidth, theHeight));
        }
        long farthest = FARTHEST >> theLevel;
        return new RenderOrder(
                modelId,
                or(seed, 0L),
                texture,
                map,
                detail,
                Checks.range("x", or(x, 0L), -farthest, farthest),
                Checks.range("y", or(y, 0L), -farthest, farthest),
                theWidth,
                theHeight,
                theLevel,
                Format.of(or(format, "png")).toString(),
                axes().map(axes -> axes.name().toLowerCase(Locale.ROOT)).orElse(null));
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }

    private static int required(String name, @Nullable Integer value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; give it in pixels");
        }
        return value;
    }

    /** The plane. */
    @JsonIgnore
    PlaneChoice choice() {
        return new PlaneChoice(
                or(seed, 0L),
                Optional.ofNullable(texture),
                Optional.ofNullable(map),
                Optional.ofNullable(detail)
                        .map(word -> Query.constant(Detail.class, "detail", word)));
    }

    /** The axes along which the picture repeats, if any. */
    @JsonIgnore
    Optional<Axes> axes() {
        return Optional.ofNullable(wrap).map(word -> Query.constant(Axes.class, "wrap", word));
    }

    /**
     * A name for the file; of a complete order.
     *
     * @param modelName without a version
     */
    @JsonIgnore
    String fileName(String modelName) {
        String kind = choice().kind().map(map -> "-" + map.word()).orElse("");
        String repeats = wrap == null ? "" : "-" + wrap;
        return "%s%s-%dx%d%s.%s"
                .formatted(modelName, kind, width, height, repeats, fileFormat().ending);
    }

    /** The region of the level; of a complete order. */
    @JsonIgnore
    PixelRegion region() {
        return new PixelRegion(or(x, 0L), or(y, 0L), or(width, 0), or(height, 0));
    }

    /** The number of times the plane is halved. */
    @JsonIgnore
    int halvings() {
        return or(level, 0);
    }

    /** The file format; of a complete order. */
    @JsonIgnore
    Format fileFormat() {
        return Format.of(String.valueOf(format));
    }

    /** The file formats. */
    enum Format {
        PNG("png", "png", "image/png"),
        JPG("jpg", "jpg", "image/jpeg"),
        TIF("tif", "tif", "image/tiff"),
        /** BigTIFF: tiled, with reduced versions. */
        BIG_TIFF("btf", "btf", "image/tiff"),
        /** A Deep Zoom image in one archive. */
        DEEP_ZOOM("dzi-zip", "zip", "application/zip");

        private final String word;
        final String ending; // of the file's name, without a dot
        final String mediaType;

        Format(String word, String ending, String mediaType) {
            this.word = word;
            this.ending = ending;
            this.mediaType = mediaType;
        }

        /**
         * Parses the name of a format.
         *
         * @throws ikat.studio.web.Problem 400 if there is no such format
         */
        static Format of(String word) {
            return Query.constant(Format.class, "format", word);
        }

        /** The name in requests. */
        @Override
        public String toString() {
            return word;
        }
    }
}
