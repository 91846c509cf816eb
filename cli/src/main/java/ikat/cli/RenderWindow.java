package ikat.cli;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.service.Refusal;
import ikat.text.Checks;
import org.jspecify.annotations.Nullable;

/** Selection of the part of the plane to render. */
final class RenderWindow {

    private static final PictureSize SIZE = new PictureSize(1024, 1024);

    /**
     * A position on the endless plane in pixels.
     *
     * @param x to the right, up to ±2<sup>44</sup>
     * @param y downwards, up to ±2<sup>44</sup>
     */
    record Origin(long x, long y) {
        private static final long FAR = 1L << 44;
        static final String ALLOWED = "X,Y, each from -" + FAR + " to " + FAR + ", such as 0,0";

        Origin {
            Checks.range("x", x, -FAR, FAR);
            Checks.range("y", y, -FAR, FAR);
        }
    }

    private RenderWindow() {}

    /**
     * The requested window; for a model of one cell, its only picture.
     *
     * @throws Refusal if the model cannot render it
     */
    static PixelRegion of(@Nullable PictureSize size, @Nullable Origin origin, ModelSpec spec) {
        if (spec.picturePixels() > 0) {
            return only(size, origin, spec);
        }
        PictureSize sides = size == null ? SIZE : size;
        Origin corner = origin == null ? new Origin(0, 0) : origin;
        int most = Integer.MAX_VALUE / spec.colourChannels();
        if (sides.width() > most) {
            throw Refusal.usage("--size is %s, but a row can have at most %d pixels", sides, most);
        }
        return new PixelRegion(corner.x(), corner.y(), sides.width(), sides.height());
    }

    private static PixelRegion only(
            @Nullable PictureSize size, @Nullable Origin origin, ModelSpec spec) {
        int side = spec.picturePixels();
        if (size != null && !size.equals(new PictureSize(side, side))) {
            throw refusal("--size is " + size, side);
        }
        if (origin != null) {
            throw refusal("--origin is " + origin.x() + "," + origin.y(), side);
        }
        return new PixelRegion(0, 0, side, side);
    }

    /** Explains why a model of one cell cannot render what was requested. */
    static Refusal refusal(String asked, int side) {
        return Refusal.usage(
                "%1$s, but this model makes pictures of %2$dx%2$d px from one cell of noise and no"
                        + " others (DCGAN); leave the option out, and take another --seed for"
                        + " another picture",
                asked, side);
    }
}
