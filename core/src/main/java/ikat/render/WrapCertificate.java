package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * Evidence that a picture tiles without a seam: whether the plane is identical one period on, and
 * how differences across the edge compare with those inside. All differences are in 8-bit levels, 0
 * to 255.
 *
 * @param picture the period that was measured
 * @param across its left and right edges
 * @param down its upper and lower edges
 */
public record WrapCertificate(PixelRegion picture, Seam across, Seam down) {

    /** How many times rougher than the mean line inside an edge may be that is like any other. */
    private static final double ROUGHER = 1.25;

    /** The least share of lines inside that make a rough edge one of many. */
    private static final double SOME = 0.01;

    /** Mean difference that is invisible, in levels. */
    private static final double INVISIBLE = 1;

    /**
     * Differences between two neighbouring lines of pixels.
     *
     * @param mean of the absolute differences
     * @param most the largest
     */
    public record Difference(double mean, int most) {}

    /** How an edge compares with the lines inside. */
    public enum Join {
        /** Like any other line. */
        SEAMLESS,
        /**
         * Rougher than most lines inside, but some of them are as rough: a joint between bricks.
         */
        ROUGH,
        /** Rougher than the lines inside, or not repeated exactly. */
        VISIBLE
    }

    /**
     * The seam along one axis.
     *
     * @param wraps whether the picture was made to repeat along the axis
     * @param edge between the last line and the first
     * @param inside between neighbours inside the picture
     * @param roughestLine largest mean difference between two neighbouring lines inside
     * @param asRough share of the neighbouring lines inside whose mean difference is that of the
     *     edge or larger, 0 to 1
     * @param compared number of pixels compared with those one period on
     * @param different number of compared pixels that differ
     */
    public record Seam(
            boolean wraps,
            Difference edge,
            Difference inside,
            double roughestLine,
            double asRough,
            long compared,
            long different) {

        /** Ratio of the mean difference across the edge to that inside: about 1 without a seam. */
        public double ratio() {
            return inside.mean == 0 ? (edge.mean == 0 ? 1 : 255) : edge.mean / inside.mean;
        }

        /** How the edge compares with the lines inside. */
        public Join join() {
            if (!wraps || different > 0) {
                return Join.VISIBLE;
            }
            if (edge.mean <= Math.max(INVISIBLE, ROUGHER * inside.mean)) {
                return Join.SEAMLESS;
            }
            return asRough >= SOME ? Join.ROUGH : Join.VISIBLE;
        }

        /** Whether the plane repeats along the axis without a line that the picture has not. */
        public boolean seamless() {
            return join() != Join.VISIBLE;
        }
    }

    /** The axes along which a picture was made to repeat. */
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
     * Measures one period of a plane, in strips, so that memory is bounded for pictures of any
     * size.
     *
     * @param picture as large as the period along the axes that repeat
     */
    public static WrapCertificate of(PixelSource plane, PixelRegion picture, Axes axes) {
        return new WrapCertificate(
                picture,
                SeamMeasure.across(plane, picture).seam(axes.across()),
                SeamMeasure.down(plane, picture).seam(axes.down()));
    }

    /** Whether the picture is seamless along all axes on which it was made to repeat. */
    public boolean seamless() {
        return (!across.wraps || across.seamless()) && (!down.wraps || down.seamless());
    }
}
