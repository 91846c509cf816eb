package ikat.studio.serve;

import ikat.render.WrapCertificate.Axes;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * All that a picture that repeats depends on.
 *
 * @param model the very file
 * @param choice which plane of it
 * @param axes that it repeats along
 * @param width in pixels, {@link #LEAST_SIDE} to {@link #MOST_SIDE}
 * @param height in pixels, {@link #LEAST_SIDE} to {@link #MOST_SIDE}
 */
record WrapAddress(ShelvedModel model, PlaneChoice choice, Axes axes, int width, int height) {

    /** Below it there is nothing to see. */
    static final int LEAST_SIDE = 64;

    /** What is held in memory at once; {@code ikat render} makes larger ones. */
    static final int MOST_SIDE = 4096;

    private static final int USUAL_SIDE = 512;
    private static final int MOST_NAME = 60;

    /** What the query of a request asks for. */
    static WrapAddress of(Context context, ShelvedModel model) {
        return new WrapAddress(
                model,
                PlaneChoice.of(context),
                Query.text(context, "wrap").map(WrapAddress::axes).orElse(Axes.XY),
                Query.wholeNumber(context, "width", USUAL_SIDE, LEAST_SIDE, MOST_SIDE),
                Query.wholeNumber(context, "height", USUAL_SIDE, LEAST_SIDE, MOST_SIDE));
    }

    private static Axes axes(String text) {
        for (Axes axes : Axes.values()) {
            if (axes.name().toLowerCase(Locale.ROOT).equals(text)) {
                return axes;
            }
        }
        throw Problem.badRequest(
                "wrap is " + Query.excerpt(text) + ", but must be one of x, y, xy");
    }

    /** The texture as it was asked for, or the one that the seed draws. */
    String words() {
        return choice.texture()
                .or(() -> choice.map().map(map -> "map " + map))
                .orElse("random:" + choice.seed());
    }

    /** What the picture is called when it is kept as a file. */
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
