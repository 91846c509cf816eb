package ikat.render;

import ikat.image.PixelRegion;
import java.util.ArrayList;
import java.util.List;

/** Cuts a region into tiles. */
final class TilePlan {

    private TilePlan() {}

    /**
     * Tiles aligned to a grid through the origin, so that neighbouring regions share tile borders,
     * row by row.
     *
     * @param side of a tile in pixels
     */
    static List<PixelRegion> of(PixelRegion region, int side) {
        List<PixelRegion> tiles = new ArrayList<>();
        for (long top = region.top();
                top < region.bottom();
                top = next(top, side, region.bottom())) {
            int height = (int) (next(top, side, region.bottom()) - top);
            for (long left = region.left();
                    left < region.right();
                    left = next(left, side, region.right())) {
                tiles.add(
                        new PixelRegion(
                                left,
                                top,
                                (int) (next(left, side, region.right()) - left),
                                height));
            }
        }
        return tiles;
    }

    private static long next(long from, int side, long end) {
        return Math.min((Math.floorDiv(from, side) + 1) * side, end);
    }
}
