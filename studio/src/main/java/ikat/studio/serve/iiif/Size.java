package ikat.studio.serve.iiif;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;

/** The size that a region is scaled to, in pixels, each from 1 to {@link #MOST_SIDE}. */
record Size(int width, int height) {

    static final int MOST_SIDE = 8192;
    static final int MOST_AREA = 1 << 24;

    private static final String PERCENT = "pct:";

    /**
     * Parses a size.
     *
     * @throws Problem 400 if it is not valid, is empty, exceeds the limits, or is larger than the
     *     region without a {@code ^}
     */
    static Size of(String text, Region region) {
        boolean enlarging = text.startsWith("^");
        String form = enlarging ? text.substring(1) : text;
        Size size;
        if (form.equals("max")) {
            size = largest(region, MOST_SIDE, MOST_SIDE, enlarging);
        } else if (form.startsWith("!")) {
            int[] box = NumberSyntax.wholeNumbers("size", form.substring(1), 2);
            size = largest(region, box[0], box[1], enlarging);
        } else if (form.startsWith(PERCENT)) {
            double share =
                    NumberSyntax.decimals("size", form.substring(PERCENT.length()), 1)[0] / 100;
            size = new Size(rounded(region.width() * share), rounded(region.height() * share));
        } else {
            size = sides(form, region);
        }
        size.check(text);
        if (!enlarging && size.enlarges(region)) {
            throw Problem.badRequest(
                    "the size is "
                            + Query.excerpt(text)
                            + ", which is larger than the region; put ^ before it to enlarge");
        }
        return size;
    }

    /** Parses {@code w,h}, or one of them, from which the other follows. */
    private static Size sides(String form, Region region) {
        if (form.endsWith(",")) {
            int width =
                    NumberSyntax.wholeNumbers("size", form.substring(0, form.length() - 1), 1)[0];
            return new Size(width, rounded((double) width * region.height() / region.width()));
        }
        if (form.startsWith(",")) {
            int height = NumberSyntax.wholeNumbers("size", form.substring(1), 1)[0];
            return new Size(rounded((double) height * region.width() / region.height()), height);
        }
        int[] sides = NumberSyntax.wholeNumbers("size", form, 2);
        return new Size(sides[0], sides[1]);
    }

    /** The largest size within a box and the limits that keeps the region's aspect ratio. */
    private static Size largest(Region region, int width, int height, boolean enlarging) {
        double scale =
                Math.min(
                        Math.min(
                                (double) Math.min(width, MOST_SIDE) / region.width(),
                                (double) Math.min(height, MOST_SIDE) / region.height()),
                        Math.sqrt((double) MOST_AREA / region.width() / region.height()));
        double kept = enlarging ? scale : Math.min(1, scale);
        Size size = new Size(rounded(region.width() * kept), rounded(region.height() * kept));
        return size.area() <= MOST_AREA
                ? size
                : new Size((int) (region.width() * kept), (int) (region.height() * kept));
    }

    private static int rounded(double pixels) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(pixels));
    }

    private void check(String text) {
        if (width < 1 || height < 1) {
            throw Problem.badRequest(
                    "the size is " + Query.excerpt(text) + ", which leaves no pixel of the region");
        }
        if (width > MOST_SIDE || height > MOST_SIDE || area() > MOST_AREA) {
            throw Problem.badRequest(
                    "the size is %d by %d, but must have at most %d a side and %d pixels"
                            .formatted(width, height, MOST_SIDE, MOST_AREA));
        }
    }

    private long area() {
        return (long) width * height;
    }

    private boolean enlarges(Region region) {
        return width > region.width() || height > region.height();
    }

    /** The canonical form for a region. */
    String canonical(Region region) {
        if (equals(largest(region, MOST_SIDE, MOST_SIDE, false))) {
            return "max";
        }
        return (enlarges(region) ? "^" : "") + width + "," + height;
    }
}
