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
     * Tiles in row order, aligned to a grid through the origin so that neighbouring regions share
     * tile borders. On a plane that repeats, the grid restarts with every period, so that a region
     * and its copies are cut alike and the engine gets identical inputs.
     *
     * @param side of a tile in pixels
     * @param periodX horizontal period of the plane in pixels, 0 if it does not repeat
     * @param periodY vertical period of the plane in pixels, 0 if it does not repeat
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
     * Tiles whose margins cost less than 5% and whose points stay in the cache, stage by stage
     * (measured, docs/performance.md): 640x640 for a large region, 1024x512 for a region of 1024
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
