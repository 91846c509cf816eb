package ikat.studio.serve;

import ikat.render.WrapCertificate.Axes;
import ikat.studio.web.Query;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * All that a repeating picture depends on.
 *
 * @param model file of the model
 * @param choice which plane of it
 * @param axes that it repeats along
 * @param width in pixels, {@link #LEAST_SIDE} to {@link #MOST_SIDE}
 * @param height in pixels, {@link #LEAST_SIDE} to {@link #MOST_SIDE}
 */
record WrapAddress(ShelvedModel model, PlaneChoice choice, Axes axes, int width, int height) {

    /** Smaller pictures show nothing. */
    static final int LEAST_SIDE = 64;

    /** Larger pictures, which are not held in memory, are made by {@code ikat render}. */
    static final int MOST_SIDE = 4096;

    private static final int USUAL_SIDE = 512;
    private static final int MOST_NAME = 60;

    /** Reads the query of a request. */
    static WrapAddress of(Context context, ShelvedModel model) {
        return new WrapAddress(
                model,
                PlaneChoice.of(context),
                Query.text(context, "wrap")
                        .map(text -> Query.constant(Axes.class, "wrap", text))
                        .orElse(Axes.XY),
                Query.wholeNumber(context, "width", USUAL_SIDE, LEAST_SIDE, MOST_SIDE),
                Query.wholeNumber(context, "height", USUAL_SIDE, LEAST_SIDE, MOST_SIDE));
    }

    /** The texture as requested, or as drawn by the seed. */
    String words() {
        return choice.texture()
                .or(() -> choice.map().map(map -> "map " + map))
                .orElse("random:" + choice.seed());
    }

    /** A name for the picture as a file. */
    String fileName(TileFormat format) {
        String texture = choice.texture().or(choice::map).map(t -> "-" + t).orElse("");
        String name = (model.name() + texture).replaceAll("[^A-Za-z0-9._-]+", "-");
        return "%s-%d-%dx%d-%s.%s"
                .formatted(
                        name.substring(0, Math.min(MOST_NAME, name.length())),
                        choice.seed(),
                        width,
                        height,
                        axes.name().toLowerCase(Locale.ROOT),
                        format.ending());
    }
}
