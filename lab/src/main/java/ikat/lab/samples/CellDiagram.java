package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Power diagram: a point belongs to the site with the least squared distance minus weight (with
 * equal weights, a Voronoi diagram). Sites are looked up through a grid of square buckets.
 */
final class CellDiagram {

    private static final int MARGIN_PIXELS = 96;

    private final float bucketPixels;
    private final int side;
    private final List<List<Site>> buckets = new ArrayList<>();
    private final float rounding;

    /**
     * @param sites centres, in the picture and up to 96 pixels around it; sites farther out are
     *     ignored
     * @param sizePixels side of the picture
     * @param reachPixels maximum distance from a site to the border of its cell, and between
     *     neighbouring sites
     * @param rounding length over which the corners of cells are rounded, in pixels
     */
    CellDiagram(Iterable<Site> sites, int sizePixels, float reachPixels, float rounding) {
        this.bucketPixels = reachPixels;
        this.rounding = rounding;
        this.side = Curves.floor((sizePixels + 2 * MARGIN_PIXELS) / reachPixels) + 1;
        for (int n = 0; n < side * side; n++) {
            buckets.add(new ArrayList<>());
        }
        for (Site site : sites) {
            int column = column(site.x());
            int row = column(site.y());
            if (column >= 0 && column < side && row >= 0 && row < side) {
                buckets.get(row * side + column).add(site);
            }
        }
    }

    /** Locates a point of the picture or its margin. */
    Place locate(float x, float y) {
        Site nearest = nearest(x, y);
        float power = power(nearest, x, y);
        float edge = bucketPixels;
        for (int row = column(y) - 1; row <= column(y) + 1; row++) {
            for (int column = column(x) - 1; column <= column(x) + 1; column++) {
                for (Site other : bucket(column, row)) {
                    if (other.id() != nearest.id()) {
                        float apart =
                                Curves.length(other.x() - nearest.x(), other.y() - nearest.y());
                        float border = (power(other, x, y) - power) / (2 * apart);
                        edge = Curves.softMin(edge, border, rounding);
                    }
                }
            }
        }
        return new Place(nearest, x - nearest.x(), y - nearest.y(), edge);
    }

    private Site nearest(float x, float y) {
        Site best = new Site(x, y, 0, -1);
        float least = Float.MAX_VALUE;
        for (int row = column(y) - 1; row <= column(y) + 1; row++) {
            for (int column = column(x) - 1; column <= column(x) + 1; column++) {
                for (Site site : bucket(column, row)) {
                    float power = power(site, x, y);
                    if (power < least) {
                        least = power;
                        best = site;
                    }
                }
            }
        }
        return best;
    }

    private List<Site> bucket(int column, int row) {
        boolean inside = column >= 0 && column < side && row >= 0 && row < side;
        return inside ? buckets.get(row * side + column) : List.of();
    }

    private int column(float place) {
        return Curves.floor((place + MARGIN_PIXELS) / bucketPixels);
    }

    private static float power(Site site, float x, float y) {
        float dx = x - site.x();
        float dy = y - site.y();
        return dx * dx + dy * dy - site.weight();
    }

    /**
     * The centre of one cell of a {@link CellDiagram}.
     *
     * @param x in pixels
     * @param y in pixels
     * @param weight in square pixels; a larger weight enlarges the cell at its neighbours' expense
     * @param id unique within the diagram, 0 or more
     */
    record Site(float x, float y, float weight, int id) {}

    /**
     * Location of a point in a {@link CellDiagram}.
     *
     * @param site centre of the cell that holds the point
     * @param dx from the site to the point, in pixels
     * @param dy from the site to the point, in pixels
     * @param edge distance to the border of the cell in pixels, corners rounded
     */
    record Place(Site site, float dx, float dy, float edge) {}
}
