package ikat.lab.samples;

import ikat.lab.samples.CellDiagram.Place;
import ikat.lab.samples.CellDiagram.Site;
import java.util.ArrayList;
import java.util.List;

/** Honeycomb with cells of 48 by 42 pixels, each filled with honey to a different level. */
final class Honeycomb implements Surface {

    static final int PERIOD_X = 48;
    static final int ROW = 42;

    private static final float RADIUS = 21;
    private static final Colour.Ramp HONEY =
            new Colour.Ramp(0x240903, 0x521305, 0x8A2C06, 0xBF590A, 0xE58D16, 0xF9BE3C, 0xFFE58C);
    private static final Colour.Ramp WAX = new Colour.Ramp(0x74441A, 0xA56F34, 0xCB9A56, 0xE9C586);
    private static final Colour GLINT = Colour.of(0xFFF3D8);

    private final long seed;
    private final CellDiagram cells;
    private final ValueNoise bend;
    private final ValueNoise wax;
    private final ValueNoise swirl;

    Honeycomb(int sizePixels, long seed) {
        this.seed = seed;
        cells = new CellDiagram(sites(sizePixels, seed), sizePixels, 64, 8);
        bend = new ValueNoise(seed + 1, 30);
        wax = new ValueNoise(seed + 2, 7);
        swirl = new ValueNoise(seed + 3, 13);
    }

    private static List<Site> sites(int sizePixels, long seed) {
        List<Site> sites = new ArrayList<>();
        for (int j = -2; j < sizePixels / ROW + 4; j++) {
            for (int i = -3; i < sizePixels / PERIOD_X + 4; i++) {
                float x = (i + (j & 1) * 0.5f) * PERIOD_X + CellHash.signed(seed, i, j, 1);
                float y = j * ROW + CellHash.signed(seed, i, j, 2);
                sites.add(new Site(x, y, 30 * CellHash.signed(seed, i, j, 3), sites.size()));
            }
        }
        return sites;
    }

    @Override
    public float height(float x, float y) {
        Place place = place(x, y);
        float fromWall = place.edge() - wall(place, x, y);
        float rim = 3.2f * Curves.step(3, -2.5f, fromWall);
        float meniscus = 1.5f * Curves.bump(Math.max(fromWall, 0), 7);
        return rim + meniscus + 0.4f * wax.fractal(x, y, 2) + 0.7f * swirl.at(x, y);
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        Place place = place(x, y);
        float fromWall = place.edge() - wall(place, x, y);
        float share = Curves.step(-0.9f, 0.9f, fromWall);
        Colour wall = share < 1 ? wallColour(x, y, fromWall, light) : GLINT;
        return share > 0 ? wall.mix(honey(place, x, y, fromWall, light), share) : wall;
    }

    private Place place(float x, float y) {
        return cells.locate(x + 1.6f * bend.at(x, y), y + 1.6f * bend.at(y + 91, x + 37));
    }

    private float wall(Place place, float x, float y) {
        return 1.9f + 0.8f * random(place, 4) + 0.9f * wax.at(x / 2, y / 2);
    }

    private Colour wallColour(float x, float y, float fromWall, Light light) {
        float tone = 0.85f * light.dull(0.35f) + 0.5f * wax.fractal(x, y, 3);
        float foot = Curves.step(0.5f, -1.8f, fromWall);
        return WAX.at(tone).times(0.62f + 0.38f * foot).plus(GLINT, 0.25f * light.shine(5));
    }

    private Colour honey(Place place, float x, float y, float fromWall, Light light) {
        float level = random(place, 5);
        float u = place.dx() / RADIUS;
        float v = place.dy() / RADIUS;
        float cloud = swirl.fractal(x, y, 3);
        float glow = glow(place, u + 0.25f * cloud, v + 0.2f * cloud);
        float depth = Curves.step(-1, 9 - 4 * level, fromWall);
        float tone = 0.1f + 0.14f * level + (0.34f + 0.26f * level) * glow + 0.2f * cloud;
        tone += facet(place, u, v) * (1 - 0.6f * level);
        tone *= 0.35f + 0.65f * depth;
        tone += 0.10f * rim(fromWall, u, v);
        return HONEY.at(tone).plus(GLINT, glint(place, u, v, fromWall, cloud, light));
    }

    /** Light shining through the honey, strongest slightly below the middle. */
    private float glow(Place place, float u, float v) {
        float right = u - 0.35f * signed(place, 6);
        float down = v - 0.22f - 0.22f * signed(place, 7);
        float wide = 0.75f + 0.35f * random(place, 8);
        return Curves.bump(Curves.length(right / wide, down / (wide * 0.8f)), 1.15f);
    }

    /** Light on the three sloping facets of the cell's bottom. */
    private float facet(Place place, float u, float v) {
        float turn = 0.12f * signed(place, 9);
        float left = Curves.step(-0.06f, 0.06f, -u + turn - 0.1f * v);
        float low = Curves.step(-0.07f, 0.07f, v + turn - 0.5f * Math.abs(u - turn));
        float upper = Curves.mix(-0.02f, -0.1f, left);
        return 0.2f * random(place, 10) * low + (1 - low) * upper * (0.6f + random(place, 11));
    }

    /** Sunlight on the lower inner side of the wall. */
    private static float rim(float fromWall, float u, float v) {
        float facing = Curves.unit((0.5f * u + 0.8f * v) * 1.1f);
        return facing * Curves.bump(fromWall - 1.5f, 3.5f);
    }

    private float glint(Place place, float u, float v, float fromWall, float cloud, Light light) {
        if (random(place, 12) < 0.35f) {
            return 0;
        }
        float across = u + 0.5f + 0.22f * signed(place, 13);
        float along = v + 0.42f + 0.22f * signed(place, 14);
        float leaning = (across - 0.6f * along) / 0.32f;
        float thin = (along + 0.6f * across + 0.25f * cloud) / 0.13f;
        float spot = Curves.bump(Curves.length(leaning, thin), 1);
        float wet = Curves.step(0.5f, 2, fromWall);
        return wet * (0.75f * random(place, 15) * spot + 0.2f * light.shine(6));
    }

    private float random(Place place, int channel) {
        return CellHash.unit(seed, place.site().id(), 0, channel);
    }

    private float signed(Place place, int channel) {
        return CellHash.signed(seed, place.site().id(), 0, channel);
    }
}
