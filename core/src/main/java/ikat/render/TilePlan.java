package ikat.render;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Cuts a region into tiles. */
final class TilePlan {

    private static final int SIDE = 640;
    private static final int MOST_COLUMNS = 1024;
    private static final int LEAST_ROWS = 512;

    /** Numbers of the largest stage for which a tile is not made smaller: 256 MB. */
    private static final double MOST_NUMBERS = 1 << 26;

    private static final int LEAST_SIDE = 32;

    private TilePlan() {}

    /**
     * The largest side of a tile, at most 640 pixels, for which no stage of a model takes more than
     * 256 MB: no published network comes near it.
     */
    static int side(ModelSpec spec) {
        int side = SIDE;
        while (side > LEAST_SIDE && spec.numbers(side) > MOST_NUMBERS) {
            side /= 2;
        }
        return side;
    }

    /** Whether tiles may be as large as {@link #suited} makes them. */
    static boolean isLight(ModelSpec spec) {
        return spec.numbers(MOST_COLUMNS) <= 2 * MOST_NUMBERS;
    }

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
        return cut(region, left -> next(left, side, periodX), top -> next(top, side, periodY));
    }

    /**
     * Tiles whose margins cost less than 5% and whose points stay in the cache, stage by stage
     * (measured, docs/performance.md): 640x640 for a large region, 1024x512 for a region of 1024
     * pixels a side.
     */
    static List<PixelRegion> suited(PixelRegion region) {
        int width = region.width() <= MOST_COLUMNS ? region.width() : SIDE;
        int height = Math.max(LEAST_ROWS, SIDE * SIDE / width);
        return cut(region, left -> left + width, top -> top + height);
    }

    /** Tiles in row order, given the first column and row after those that start at a place. */
    private static List<PixelRegion> cut(
            PixelRegion region, LongUnaryOperator nextColumn, LongUnaryOperator nextRow) {
        List<PixelRegion> tiles = new ArrayList<>();
        for (long top = region.top(); top < region.bottom(); top = nextRow.applyAsLong(top)) {
            long bottom = Math.min(nextRow.applyAsLong(top), region.bottom());
            for (long left = region.left(), right; left < region.right(); left = right) {
                right = Math.min(nextColumn.applyAsLong(left), region.right());
                tiles.add(new PixelRegion(left, top, (int) (right - left), (int) (bottom - top)));
            }
        }
        return tiles;
    }

    private static long next(long from, int side, long period) {
        long start = period == 0 ? 0 : Math.floorDiv(from, period) * period;
        long next = start + (Math.floorDiv(from - start, side) + 1) * side;
        return period == 0 ? next : Math.min(next, start + period);
    }
}
