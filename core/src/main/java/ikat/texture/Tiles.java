package ikat.texture;

import ikat.image.PixelRegion;
import ikat.text.Checks;
import java.util.Arrays;
import java.util.List;

/**
 * A grid of tiles, each of one texture, that repeats over the plane (PSGAN, arXiv 1705.06566,
 * figure 3).
 *
 * @param grid where the grid lies on the plane; its copies join without a gap
 * @param columns of the grid, 1 to 1024
 * @param rows of the grid, 1 to 1024
 * @param textures row by row, at least one; fewer than there are tiles are repeated, more than that
 *     are left out
 * @param softness share of a tile's side over which it blends into the next, 0 to 1
 */
public record Tiles(
        PixelRegion grid, int columns, int rows, List<GlobalVector> textures, double softness)
        implements GlobalField {

    private static final int MOST = 1024;

    public Tiles {
        if (columns < 1 || rows < 1 || columns > MOST || rows > MOST) {
            throw new IllegalArgumentException(
                    "the grid has %sx%s tiles, but each must be from 1 to %s"
                            .formatted(columns, rows, MOST));
        }
        Checks.range("softness", softness, 0, 1);
        if (textures.isEmpty()) {
            throw new IllegalArgumentException(
                    "the grid of tiles has no texture, but must have at least 1");
        }
        textures = List.copyOf(textures.subList(0, Math.min(textures.size(), columns * rows)));
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        Arrays.fill(weights, 0);
        Border across = Border.at(x - grid.left(), grid.width(), columns, softness);
        Border down = Border.at(y - grid.top(), grid.height(), rows, softness);
        add(across.before, down.before, (1 - across.share) * (1 - down.share), weights);
        add(across.after, down.before, across.share * (1 - down.share), weights);
        add(across.before, down.after, (1 - across.share) * down.share, weights);
        add(across.after, down.after, across.share * down.share, weights);
    }

    private void add(int column, int row, double share, double[] weights) {
        weights[(row * columns + column) % textures.size()] += share;
    }

    @Override
    public GlobalField repeating(long width, long height) {
        Repetition.check("the grid of tiles", "across", width, grid.width());
        Repetition.check("the grid of tiles", "down", height, grid.height());
        return this;
    }

    /**
     * The border nearest to a point along one axis: the tiles beside it, the share of the second.
     */
    private record Border(int before, int after, double share) {

        static Border at(long from, long period, int tiles, double softness) {
            double place = (Math.floorMod(from, period) + 0.5) * tiles / period;
            double border = Math.rint(place);
            double way = place - border;
            int after = (int) border;
            double share = way < 0 ? 0 : 1;
            if (Math.abs(way) < softness / 2) {
                share = Easing.SMOOTH.share(way / softness + 0.5);
            }
            return new Border(Math.floorMod(after - 1, tiles), Math.floorMod(after, tiles), share);
        }
    }
}
