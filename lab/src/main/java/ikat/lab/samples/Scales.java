package ikat.lab.samples;

/**
 * Fish scales in rows 24 pixels apart, each row overlapping the next and shifted by half a scale.
 */
final class Scales implements Surface {

    static final int PERIOD_X = 48;
    static final int ROW = 24;

    private static final float RADIUS = 28;
    private static final float LIFT = 3.6f;
    private static final Colour.Ramp PEARL =
            new Colour.Ramp(
                    0x1B3A52, 0x2A6F86, 0x4FA39A, 0x9DBF86, 0xD9BE7E, 0xCB8E86, 0x8C6C9C, 0x3F5C8E);
    private static final Colour SILVER = Colour.of(0xDDE6E4);
    private static final Colour PIGMENT = Colour.of(0x0C1118);

    private final long seed;
    private final ValueNoise bend;
    private final ValueNoise film;
    private final ValueNoise fine;

    Scales(long seed) {
        this.seed = seed;
        bend = new ValueNoise(seed + 1, 34);
        film = new ValueNoise(seed + 2, 26);
        fine = new ValueNoise(seed + 3, 2);
    }

    /**
     * The scale that lies on top at a point.
     *
     * @param row of the scale
     * @param column of the scale
     * @param dx from its centre in pixels
     * @param dy from its centre in pixels
     * @param inside distance to its free edge in pixels
     */
    private record Spot(int row, int column, float dx, float dy, float inside) {}

    private Spot spot(float x, float y) {
        float u = x + 2.0f * bend.at(x, y);
        float v = y + 2.0f * bend.at(y + 71, x + 33);
        int last = Curves.floor(v / ROW) + 1;
        for (int row = last - 3; row < last; row++) {
            Spot spot = inRow(row, u, v);
            if (spot.inside() > 0) {
                return spot;
            }
        }
        return inRow(last, u, v);
    }

    private Spot inRow(int row, float u, float v) {
        float shift = (row & 1) * PERIOD_X / 2f;
        int column = Math.round((u - shift) / PERIOD_X);
        float dx = u - shift - column * PERIOD_X - 1.2f * signed(row, column, 1);
        float dy = v - row * ROW - 1.2f * signed(row, column, 2);
        float reach = RADIUS + 0.9f * signed(row, column, 3);
        float point = 1 + 0.05f * signed(row, column, 4);
        float nick = 0.5f * fine.at(u / 2, v / 2);
        return new Spot(row, column, dx, dy, reach + nick - Curves.length(dx * 1.03f, dy * point));
    }

    @Override
    public float height(float x, float y) {
        Spot spot = spot(x, y);
        float rise = (spot.dy() + RADIUS * 0.2f) / RADIUS;
        float lip = Curves.step(0, 2.2f, spot.inside());
        float dome = -0.011f * spot.dx() * spot.dx();
        float tilt = 0.05f * signed(spot.row(), spot.column(), 5) * spot.dx();
        return LIFT * rise * lip + dome + tilt + relief(spot, x, y);
    }

    /** Growth rings, and rays that fan out from the root. */
    private float relief(Spot spot, float x, float y) {
        float ring = wave(spot.inside() / 3.1f + 0.25f * fine.at(x / 3, y / 3));
        float fan = spot.dx() / (spot.dy() + 1.5f * RADIUS);
        float ray = wave(fan * 9 + 0.2f * fine.at(y / 4, x / 4));
        float root = Curves.step(20, 6, spot.inside());
        return 0.10f * ring * root
                + 0.16f * ray * (1 - 0.7f * root)
                + 0.06f * fine.at(x / 1.5f, y / 1.5f);
    }

    /** A smooth wave of period 1 between -1 and 1. */
    private static float wave(float phase) {
        float within = 2 * Math.abs(phase - Curves.floor(phase) - 0.5f);
        return 2 * Curves.step(0, 1, within) - 1;
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        Spot spot = spot(x, y);
        float hue =
                0.4f + 0.6f * film.fractal(x, y, 2) + 0.22f * signed(spot.row(), spot.column(), 6);
        hue += 0.010f * spot.dy() - 0.007f * spot.dx() + 0.12f * light.diffuse();
        float turned = hue - Curves.floor(hue);
        Colour pearl = PEARL.at(turned).mix(SILVER, 0.05f);
        float spread = Curves.step(-0.1f * RADIUS, 1.1f * RADIUS, spot.dy());
        float dark = 0.92f * (1 - spread) + 0.45f * Curves.bump(spot.inside() - 1, 3.5f);
        dark += 0.14f * fine.at(y / 2, x / 2);
        float shade = (0.03f + 0.94f * light.dull(0.35f)) * Curves.unit(0.2f + 0.8f * light.open());
        Colour lit = pearl.mix(PIGMENT, Curves.unit(dark)).times(shade);
        float rim = 0.28f * Curves.bump(spot.inside() - 0.6f, 1.2f) * light.sun();
        return lit.plus(SILVER, 0.29f * light.shine(4) + rim);
    }

    private float signed(int row, int column, int channel) {
        return CellHash.signed(seed, row, column, channel);
    }

    @Override
    public Sun sun() {
        return Sun.fromTopLeft(1.2f, 7);
    }
}
