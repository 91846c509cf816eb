package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;

/** Throws round stones on a plane, the large first, so that they hardly overlap. */
final class Scatter {

    private static final int MARGIN_PIXELS = 60;
    private static final int BUCKET_PIXELS = 48;

    private final int side;
    private final List<List<Site>> buckets = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();

    private Scatter(int sizePixels) {
        side = (sizePixels + 2 * MARGIN_PIXELS) / BUCKET_PIXELS + 1;
        for (int n = 0; n < side * side; n++) {
            buckets.add(new ArrayList<>());
        }
    }

    /**
     * The stones of a picture and its margin; the weight of each is its radius squared.
     *
     * @param sizePixels side of the picture
     * @param seed chooses where they fall
     * @param radii in pixels, falling, at most 24; each is thrown until it hardly finds room
     */
    static List<Site> stones(int sizePixels, long seed, float... radii) {
        Scatter scatter = new Scatter(sizePixels);
        float width = sizePixels + 2f * MARGIN_PIXELS;
        for (int n = 0; n < radii.length; n++) {
            boolean last = n == radii.length - 1;
            float room = width * width / (radii[n] * radii[n]);
            int throwing = Math.round(room * (last ? 6 : 0.22f));
            for (int k = 0; k < throwing; k++) {
                float x = width * CellHash.unit(seed, n, k, 1) - MARGIN_PIXELS;
                float y = width * CellHash.unit(seed, n, k, 2) - MARGIN_PIXELS;
                scatter.drop(x, y, radii[n] * (1 + 0.08f * CellHash.signed(seed, n, k, 3)));
            }
        }
        return scatter.sites;
    }

    private void drop(float x, float y, float radius) {
        int column = bucket(x);
        int row = bucket(y);
        for (int j = Math.max(0, row - 1); j <= Math.min(side - 1, row + 1); j++) {
            for (int i = Math.max(0, column - 1); i <= Math.min(side - 1, column + 1); i++) {
                for (Site site : buckets.get(j * side + i)) {
                    float apart = Curves.length(x - site.x(), y - site.y());
                    if (apart < 0.93f * (radius + (float) Math.sqrt(site.weight()))) {
                        return;
                    }
                }
            }
        }
        Site site = new Site(x, y, radius * radius, sites.size());
        sites.add(site);
        buckets.get(row * side + column).add(site);
    }

    private static int bucket(float place) {
        return Curves.floor((place + MARGIN_PIXELS) / BUCKET_PIXELS);
    }
}
