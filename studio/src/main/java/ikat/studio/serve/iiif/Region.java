package ikat.studio.serve.iiif;

import ikat.studio.serve.Planes;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;

/** A region of an image in pixels of full size, not empty and within the image. */
record Region(int left, int top, int width, int height) {

    static final Region FULL = new Region(0, 0, Planes.IMAGE_SIDE, Planes.IMAGE_SIDE);

    private static final String PERCENT = "pct:";

    /**
     * Parses a region and clips it to the image.
     *
     * @throws Problem 400 if it is not valid, or lies outside of the image
     */
    static Region of(String text) {
        if (text.equals("full") || text.equals("square")) {
            return FULL; // the image is square
        }
        if (text.startsWith(PERCENT)) {
            double[] share = NumberSyntax.decimals("region", text.substring(PERCENT.length()), 4);
            return within(
                    text, pixels(share[0]), pixels(share[1]), pixels(share[2]), pixels(share[3]));
        }
        int[] places = NumberSyntax.wholeNumbers("region", text, 4);
        return within(text, places[0], places[1], places[2], places[3]);
    }

    private static long pixels(double percent) {
        return Math.round(percent * Planes.IMAGE_SIDE / 100);
    }

    private static Region within(String text, long left, long top, long width, long height) {
        long right = Math.min(left + width, Planes.IMAGE_SIDE);
        long bottom = Math.min(top + height, Planes.IMAGE_SIDE);
        if (right <= left || bottom <= top) {
            throw Problem.badRequest(
                    "the region is %s, but must have pixels of a picture of %s by %s"
                            .formatted(Query.excerpt(text), Planes.IMAGE_SIDE, Planes.IMAGE_SIDE));
        }
        return new Region((int) left, (int) top, (int) (right - left), (int) (bottom - top));
    }

    /** The canonical form. */
    @Override
    public String toString() {
        return equals(FULL) ? "full" : left + "," + top + "," + width + "," + height;
    }
}
