package ikat.service.render;

import ikat.model.ModelSpec;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;

/** Which sizes a picture that repeats can have. */
public final class WrapSize {

    private WrapSize() {}

    /**
     * The wrapping of the plane for which a picture is exactly one period.
     *
     * @param asked start of a refusal's sentence, such as {@code --size is}
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @throws Refusal naming the two nearest sizes, unless the picture is made of whole cells
     */
    public static Boundary.Wrapping boundary(
            String asked, Axes axes, int width, int height, ModelSpec spec) {
        int cell = spec.cellPixels();
        boolean fits =
                (!axes.across() || width % cell == 0) && (!axes.down() || height % cell == 0);
        if (!fits) {
            throw Refusal.usage(
                    "%s %dx%d, but a picture that wraps is made of whole cells of %d px; the two"
                            + " nearest sizes are %s and %s",
                    asked,
                    width,
                    height,
                    cell,
                    near(axes, width, height, cell, 0),
                    near(axes, width, height, cell, 1));
        }
        return new Boundary.Wrapping(
                axes.across() ? width / cell : 0, axes.down() ? height / cell : 0);
    }

    /** A size of whole cells, below or above. */
    private static String near(Axes axes, int width, int height, int cell, int more) {
        long nearWidth = axes.across() ? near(width, cell, more) : width;
        long nearHeight = axes.down() ? near(height, cell, more) : height;
        return nearWidth + "x" + nearHeight;
    }

    private static long near(int side, int cell, int more) {
        int cells = side / cell + (side % cell == 0 ? 0 : more);
        return (long) cell * (side < cell ? 1 + more : cells);
    }
}
