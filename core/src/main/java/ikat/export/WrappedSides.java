package ikat.export;

import ikat.image.Averaging;
import ikat.image.Pixels;

/**
 * The axes along which a picture joins with its copies.
 *
 * <p>A level of a pyramid joins exactly if its size is a whole number of pixels, as long as each
 * halving meets an even side. An export therefore takes sides that stay even down to the level that
 * is a single tile. Below it, where Deep Zoom goes on to a single pixel, a square that goes over an
 * odd side takes its missing pixels from the opposite edge, as the next copy shows them there.
 *
 * @param across whether it joins to the right
 * @param down whether it joins downwards
 */
public record WrappedSides(boolean across, boolean down) {

    /** A picture that does not join. */
    public static final WrappedSides NONE = new WrappedSides(false, false);

    /**
     * Checks that a picture can be halved until it is a single tile.
     *
     * @throws IllegalArgumentException if a side that wraps becomes odd before
     */
    void check(Levels levels) {
        int times = 1 << levels.single();
        int width = levels.window().width();
        int height = levels.window().height();
        if (across && width % times != 0 || down && height % times != 0) {
            throw new IllegalArgumentException(
                    "the picture is %sx%s, but sides that wrap must be multiples of %s px for its levels to wrap, too"
                            .formatted(width, height, times));
        }
    }

    /**
     * Halves a part of a level. Only along an axis that wraps, and that it spans, is an odd side
     * completed from the opposite edge; otherwise its last column or row is repeated.
     *
     * @param width of the level
     * @param height of the level
     * @param averaging what a mean is
     */
    Pixels halved(Pixels part, int width, int height, Averaging averaging) {
        int right = across && part.width() == width ? width % 2 : 0;
        int below = down && part.height() == height ? height % 2 : 0;
        if (right + below == 0) {
            return part.halved(1, averaging);
        }
        Pixels even =
                Pixels.empty(
                        part.width() + right, part.height() + below, part.channels(), part.depth());
        for (int x = 0; x <= right; x++) {
            for (int y = 0; y <= below; y++) {
                part.cut(0, 0, x == 0 ? part.width() : 1, y == 0 ? part.height() : 1)
                        .copyInto(even, x * part.width(), y * part.height());
            }
        }
        return even.halved(1, averaging);
    }
}
