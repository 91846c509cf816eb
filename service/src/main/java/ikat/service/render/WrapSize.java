package ikat.service.render;

import ikat.model.ModelSpec;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.service.Refusal;

/**
 * The size of a picture that repeats: whole cells along the axes that wrap, and sides that stay
 * even for as many halvings as the file's levels need.
 *
 * @param axes that repeat
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param cellPixels side of a cell in pixels of the full size
 * @param level number of times that the plane is halved; the picture's pixels are of this level
 * @param halvings what the file's levels need
 */
public record WrapSize(
        Axes axes, int width, int height, int cellPixels, int level, Halvings halvings) {

    /** No file has more levels. */
    private static final int MOST_HALVINGS = 31;

    /** How many times a picture of a size must be halved evenly. */
    @FunctionalInterface
    public interface Halvings {

        /** A file without smaller levels. */
        Halvings NONE = (width, height) -> 0;

        /**
         * The number of halvings, at most as many for a smaller picture.
         *
         * @param width of the picture in pixels
         * @param height of the picture in pixels
         */
        int of(int width, int height);
    }

    /** The size of a picture at full size, in a file without levels. */
    public static WrapSize of(Axes axes, int width, int height, ModelSpec spec) {
        return new WrapSize(axes, width, height, spec.cellPixels(), 0, Halvings.NONE);
    }

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
        WrapSize size = of(axes, width, height, spec);
        size.check(asked);
        return size.boundary();
    }

    /**
     * Checks that the picture and the levels of its file repeat.
     *
     * @param asked start of a refusal's sentence, such as {@code --size is}
     * @throws Refusal naming the two nearest sizes that do
     */
    public void check(String asked) {
        if (!multiples(step(0))) {
            throw refusal(
                    asked,
                    "%sa picture that wraps is made of whole cells of %d px"
                            .formatted(level == 0 ? "" : "at level " + level + " ", step(0)));
        }
        if (!fits()) {
            throw refusal(
                    asked,
                    "sides that wrap must be multiples of %d px for the levels of this file to wrap, too"
                            .formatted(step(halvings.of(width, height))));
        }
    }

    private Refusal refusal(String asked, String rule) {
        return Refusal.usage(
                "%s %dx%d, but %s; the two nearest sizes are %s and %s",
                asked, width, height, rule, near(0), near(1));
    }

    /** The wrapping of the plane for which this picture is exactly one period. */
    public Boundary.Wrapping boundary() {
        return new Boundary.Wrapping(
                axes.across() ? ((long) width << level) / cellPixels : 0,
                axes.down() ? ((long) height << level) / cellPixels : 0);
    }

    /** Whether a picture of another period could be written to the same kind of file. */
    boolean allows(Boundary.Wrapping other) {
        long otherWidth = axes.across() ? pixels(other.cellsX()) : width;
        long otherHeight = axes.down() ? pixels(other.cellsY()) : height;
        return other.cellsX() * cellPixels == pixels(other.cellsX()) << level
                && other.cellsY() * cellPixels == pixels(other.cellsY()) << level
                && Math.max(otherWidth, otherHeight) <= Integer.MAX_VALUE
                && sized(otherWidth, otherHeight).fits();
    }

    /** Pixels of the picture that a number of cells takes. */
    public long pixels(long cells) {
        return cells * cellPixels >> level;
    }

    private WrapSize sized(long otherWidth, long otherHeight) {
        return new WrapSize(
                axes,
                (int) Math.min(otherWidth, Integer.MAX_VALUE),
                (int) Math.min(otherHeight, Integer.MAX_VALUE),
                cellPixels,
                level,
                halvings);
    }

    private boolean fits() {
        return multiples(step(halvings.of(width, height)));
    }

    private boolean multiples(long step) {
        return (!axes.across() || width % step == 0) && (!axes.down() || height % step == 0);
    }

    /** What sides are multiples of that are whole cells and can be halved evenly. */
    private long step(int times) {
        int cellTwos = Integer.numberOfTrailingZeros(cellPixels);
        int twos = Math.max(Math.max(0, cellTwos - level), times);
        return (long) (cellPixels >> cellTwos) << twos;
    }

    /** A size that fits, below or above. */
    private String near(int more) {
        int times = halvings.of(width, height);
        long nearWidth;
        long nearHeight;
        int needed = times;
        do {
            times = needed;
            nearWidth = axes.across() ? near(width, step(times), more) : width;
            nearHeight = axes.down() ? near(height, step(times), more) : height;
            WrapSize found = sized(nearWidth, nearHeight);
            needed = halvings.of(found.width, found.height); // a larger picture may need more
        } while (needed > times && needed <= MOST_HALVINGS);
        return nearWidth + "x" + nearHeight;
    }

    private static long near(int side, long step, int more) {
        long steps = side / step + (side % step == 0 ? 0 : more);
        return step * (side < step ? 1 + more : steps);
    }
}
