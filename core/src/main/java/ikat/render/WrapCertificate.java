package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * Shows that a picture joins with its copies: whether the plane gives the very same pixels one
 * period on, and how much pixels differ across the edge against pixels inside. All differences are
 * of 8-bit levels, 0 to 255.
 *
 * @param picture the period that was looked at
 * @param across its left and right edges
 * @param down its upper and lower edges
 */
public record WrapCertificate(PixelRegion picture, Seam across, Seam down) {

    /**
     * How much rougher than the roughest line inside an edge may be: it is one line of many, and
     * may well be the roughest of them.
     */
    private static final double ROUGHER = 1.25;

    /** Differences that no eye sees, in levels. */
    private static final double INVISIBLE = 1;

    /**
     * Differences between two neighbouring lines of pixels.
     *
     * @param mean of the absolute differences
     * @param most the largest
     */
    public record Difference(double mean, int most) {}

    /**
     * One axis.
     *
     * @param wraps whether the picture was made to repeat along it
     * @param edge from the last line to the first
     * @param inside between neighbours inside the picture
     * @param roughestLine the largest mean difference of two neighbouring lines inside
     * @param compared pixels of this period that were made again one period on
     * @param different those of them that are not the same
     */
    public record Seam(
            boolean wraps,
            Difference edge,
            Difference inside,
            double roughestLine,
            long compared,
            long different) {

        /** How much more pixels differ across the edge than inside: about 1 without a seam. */
        public double ratio() {
            return inside.mean == 0 ? (edge.mean == 0 ? 1 : 255) : edge.mean / inside.mean;
        }

        /** Whether the plane repeats along the axis and no line shows where it does. */
        public boolean seamless() {
            return wraps
                    && different == 0
                    && edge.mean <= Math.max(INVISIBLE, ROUGHER * roughestLine);
        }
    }

    /** Which axes a picture was made to repeat along. */
    public enum Axes {
        /** To the right. */
        X,
        /** Downwards. */
        Y,
        /** Both. */
        XY;

        /** Whether the picture repeats to the right. */
        public boolean across() {
            return this != Y;
        }

        /** Whether the picture repeats downwards. */
        public boolean down() {
            return this != X;
        }
    }

    /**
     * Looks at one period of a plane, in strips: of a picture of any size little is held at a time.
     *
     * @param picture as large as the period along the axes that repeat
     */
    public static WrapCertificate of(PixelSource plane, PixelRegion picture, Axes axes) {
        return new WrapCertificate(
                picture,
                SeamMeasure.across(plane, picture).seam(axes.across()),
                SeamMeasure.down(plane, picture).seam(axes.down()));
    }

    /** Whether nothing shows along the axes that the picture was made to repeat along. */
    public boolean seamless() {
        return (!across.wraps || across.seamless()) && (!down.wraps || down.seamless());
    }
}
