package ikat.render;

import ikat.image.PixelRegion;
import java.util.ArrayList;
import java.util.List;

/** Cuts a region into tiles. */
final class TilePlan {

    private TilePlan() {}

    /**
     * Tiles aligned to a grid through the origin, so that neighbouring regions share tile borders,
     * row by row. On a plane that repeats the grid begins anew with every period: then a region and
     * its copies are cut alike, and an engine is given the very same numbers.
     *
     * @param side of a tile in pixels
     * @param periodX pixels after which the plane repeats to the right, 0 for never
     * @param periodY pixels after which the plane repeats downwards, 0 for never
     */
    static List<PixelRegion> of(PixelRegion region, int side, long periodX, long periodY) {
        List<PixelRegion> tiles = new ArrayList<>();
        long bottom = region.bottom();
        for (long top = region.top(); top < bottom; top = next(top, side, periodY, bottom)) {
            int height = (int) (next(top, side, periodY, bottom) - top);
            long right = region.right();
            for (long left = region.left(); left < right; ) {
                long next = next(left, side, periodX, right);
                tiles.add(new PixelRegion(left, top, (int) (next - left), height));
                left = next;
            }
        }
        return tiles;
    }

    private static long next(long from, int side, long period, long end) {
        long start = period == 0 ? 0 : Math.floorDiv(from, period) * period;
        long next = start + (Math.floorDiv(from - start, side) + 1) * side;
        return Math.min(period == 0 ? next : Math.min(next, start + period), end);
    }
}
