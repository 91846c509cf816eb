package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.texture.StrokeShares;
import java.util.Arrays;

/**
 * The share of each plane at the pixels of a level: the sum of those of its paints.
 *
 * @param paints shares of the paints
 * @param planeOf for each paint its plane
 * @param planes number of planes
 * @param level number of halvings
 */
record PlaneShares(StrokeShares paints, int[] planeOf, int planes, int level) {

    /** Whether anything may be painted in a region of the level. */
    boolean touch(PixelRegion region) {
        return paints.reach(region, 1L << level);
    }

    /**
     * The shares in a region of the level.
     *
     * @return {@code [planes][pixels]}; null for a plane that is not seen
     */
    float[][] in(PixelRegion region) {
        float[][] shares = new float[planes][];
        double[] ofPaints = new double[planeOf.length];
        double[] ofPlanes = new double[planes];
        int times = 1 << level;
        for (int i = 0; i < region.width() * region.height(); i++) {
            long x = (region.left() + i % region.width()) * times + times / 2;
            long y = (region.top() + i / region.width()) * times + times / 2;
            paints.weigh(x, y, ofPaints);
            Arrays.fill(ofPlanes, 0);
            for (int paint = 0; paint < planeOf.length; paint++) {
                ofPlanes[planeOf[paint]] += ofPaints[paint];
            }
            for (int plane = 0; plane < planes; plane++) {
                float share = (float) ofPlanes[plane];
                if (share > 0) {
                    if (shares[plane] == null) {
                        shares[plane] = new float[region.width() * region.height()];
                    }
                    shares[plane][i] = share;
                }
            }
        }
        return shares;
    }
}
