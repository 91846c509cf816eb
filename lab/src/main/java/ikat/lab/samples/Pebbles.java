package ikat.lab.samples;

import ikat.lab.samples.CellDiagram.Place;
import ikat.lab.samples.CellDiagram.Site;
import java.util.ArrayList;
import java.util.List;

/** Rounded stones of many colours, packed over a deeper layer of smaller ones. */
final class Pebbles implements Surface {

    private static final float GROUND = -9;
    private static final Colour.Ramp[] ROCKS = {
        new Colour.Ramp(0x4B4A4B, 0x7C7A77, 0xA5A29C),
        new Colour.Ramp(0x6B5843, 0xA28A69, 0xCDB893),
        new Colour.Ramp(0x3F4348, 0x656C75, 0x99A2A8),
        new Colour.Ramp(0x573B31, 0x8A6250, 0xB59180),
        new Colour.Ramp(0x8E8676, 0xC4BCA9, 0xEDE6D6),
        new Colour.Ramp(0x2C2A2B, 0x4A4746, 0x6F6B68),
        new Colour.Ramp(0x695B40, 0x9A8862, 0xC6B68E),
    };
    private static final Colour VEIN = Colour.of(0xE4DED2);
    private static final Colour WET = Colour.of(0xFFF9EE);

    private final long seed;
    private final CellDiagram upper;
    private final CellDiagram lower;
    private final ValueNoise bend;
    private final ValueNoise speckle;
    private final ValueNoise blotch;

    Pebbles(int sizePixels, long seed) {
        this.seed = seed;
        var large = Scatter.stones(sizePixels, seed + 5, 23, 20, 17.5f, 15, 12.5f, 10.5f);
        var small = Scatter.stones(sizePixels, seed + 6, 12, 10, 8);
        upper = new CellDiagram(large, sizePixels, 48, 9);
        lower = new CellDiagram(small, sizePixels, 32, 5);
        bend = new ValueNoise(seed + 1, 14);
        speckle = new ValueNoise(seed + 2, 1.6f);
        blotch = new ValueNoise(seed + 3, 9);
    }

    /**
     * The stone seen at a point.
     *
     * @param height in pixels
     * @param place position within its cell
     * @param layer 0 on top, 1 below
     */
    private record Stone(float height, Place place, int layer) {}

    private Stone stone(float x, float y) {
        float u = x + 1.8f * bend.at(x, y);
        float v = y + 1.8f * bend.at(y + 43, x + 19);
        Place place = upper.locate(u, v);
        float height = dome(place, 0);
        if (height > GROUND) {
            return new Stone(height, place, 0);
        }
        Place below = lower.locate(u, v);
        return new Stone(Math.max(dome(below, 1) - 11, GROUND - 8), below, 1);
    }

    private float dome(Place place, int layer) {
        float radius = (float) Math.sqrt(place.site().weight());
        int id = place.site().id();
        float stretch = 1 + 0.16f * CellHash.signed(seed, id, layer, 1);
        float skew = 0.25f * CellHash.signed(seed, id, layer, 2);
        float away =
                Curves.length(
                        (place.dx() + skew * place.dy()) * stretch,
                        (place.dy() - skew * place.dx()) / stretch);
        float inside = Curves.softMin(place.edge() - 0.4f, 1.22f * radius - away, 6);
        if (inside <= 0) {
            return GROUND - 1;
        }
        float rest = 1 - Curves.unit(inside / (0.85f * radius));
        float tall = radius * (0.55f + 0.16f * CellHash.signed(seed, id, layer, 3));
        float lean =
                0.09f * CellHash.signed(seed, id, layer, 4) * place.dx()
                        + 0.09f * CellHash.signed(seed, id, layer, 5) * place.dy();
        return tall * ((float) Math.sqrt(1 - rest * rest * rest) - 1) + lean + 0.3f * tall;
    }

    @Override
    public float height(float x, float y) {
        return stone(x, y).height() + 0.45f * blotch.fractal(x, y, 3) + 0.12f * speckle.at(x, y);
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        Stone stone = stone(x, y);
        int id = stone.place().site().id();
        int layer = stone.layer();
        float shade = (0.06f + 1.2f * light.dull(0.24f)) * Curves.unit(0.1f + 0.9f * light.open());
        shade *= layer == 0 ? 1 : 0.5f;
        float shine = CellHash.unit(seed, id, layer, 6) * light.shine(4);
        return rock(stone, x, y).times(shade).plus(WET, 0.2f * shine);
    }

    private Colour rock(Stone stone, float x, float y) {
        int id = stone.place().site().id();
        int layer = stone.layer();
        int kind = (int) (CellHash.unit(seed, id, layer, 7) * ROCKS.length);
        float coarse = CellHash.unit(seed, id, layer, 8);
        float far = id * 37;
        float tone = 0.35f + 0.4f * CellHash.unit(seed, id, layer, 9);
        tone += 0.5f * blotch.fractal(x + far, y, 3) + 0.5f * coarse * speckle.fractal(x, y, 2);
        Colour rock = ROCKS[kind].at(tone);
        return CellHash.unit(seed, id, layer, 10) < 0.22f ? veined(rock, stone, x, y) : rock;
    }

    private Colour veined(Colour rock, Stone stone, float x, float y) {
        int id = stone.place().site().id();
        float slope = 2 * CellHash.signed(seed, id, stone.layer(), 11);
        float across = (stone.place().dx() + slope * stone.place().dy()) / (1 + Math.abs(slope));
        float bent = across + 4 * blotch.at(x / 2 + id, y / 2);
        float period = 4 + 14 * CellHash.unit(seed, id, stone.layer(), 12);
        float within = Math.abs(bent / period - Math.round(bent / period));
        return rock.mix(VEIN, 0.4f * Curves.step(0.13f, 0.03f, within));
    }

    @Override
    public Sun sun() {
        return Sun.fromTopLeft(1.2f, 12);
    }

    @Override
    public float hollowPixels() {
        return 6;
    }

    /** Scatters round stones on a plane, large ones first, so that they hardly overlap. */
    private static final class Scatter {

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
         * The stones of a picture and its margin; a stone's weight is its radius squared.
         *
         * @param sizePixels side of the picture
         * @param seed chooses where they fall
         * @param radii in pixels, in descending order, at most 24; stones of each radius are added
         *     until hardly any room is left
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
}
