package ikat.render;

import ikat.image.PixelRegion;
import java.util.ArrayList;
import java.util.List;

/** Cuts a region into tiles. */
final class TilePlan {

    private static final int SIDE = 640;
    private static final int MOST_COLUMNS = 1024;
    private static final int LEAST_ROWS = 512;

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

    /**
     * Tiles whose margins cost less than a twentieth and whose points stay in a cache, stage by
     * stage (measured, docs/performance.md): 640x640 of a large region, 1024x512 of a thousand
     * pixels a side.
     */
    static List<PixelRegion> suited(PixelRegion region) {
        int width = region.width() <= MOST_COLUMNS ? region.width() : SIDE;
        int height = Math.max(LEAST_ROWS, SIDE * SIDE / width);
        List<PixelRegion> tiles = new ArrayList<>();
        for (long top = region.top(); top < region.bottom(); top += height) {
            int down = (int) Math.min(height, region.bottom() - top);
            for (long left = region.left(); left < region.right(); left += width) {
                int across = (int) Math.min(width, region.right() - left);
                tiles.add(new PixelRegion(left, top, across, down));
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
