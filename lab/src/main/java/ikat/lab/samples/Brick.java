package ikat.lab.samples;

/** Weathered and stained brickwork in running bond, 64 by 28 pixels per brick including mortar. */
final class Brick implements Surface {

    static final int PERIOD_X = 64;
    static final int COURSE = 28;

    private static final float JOINT = 2.4f;
    private static final Colour.Ramp CLAY =
            new Colour.Ramp(0x4A241C, 0x713A2C, 0x924A37, 0xAA6047, 0xBE7E5C, 0xB98A66);
    private static final Colour.Ramp MORTAR =
            new Colour.Ramp(0x5E574D, 0x8F8677, 0xB5AC9B, 0xD3CBBB);
    private static final Colour SOOT = Colour.of(0x2A211D);
    private static final Colour LIME = Colour.of(0xDDD3C4);

    private final long seed;
    private final ValueNoise chip;
    private final ValueNoise rough;
    private final ValueNoise sand;
    private final ValueNoise stain;
    private final ValueNoise pit;

    Brick(long seed) {
        this.seed = seed;
        chip = new ValueNoise(seed + 1, 8);
        rough = new ValueNoise(seed + 2, 5);
        sand = new ValueNoise(seed + 3, 1.4f);
        stain = new ValueNoise(seed + 4, 34);
        pit = new ValueNoise(seed + 5, 3.4f);
    }

    /** Location of a point: its brick, and the distance inside the brick's face in pixels. */
    private record Spot(int row, int column, float inside) {}

    private Spot spot(float x, float y) {
        float bent = y + 0.9f * stain.at(x, y);
        int row = Curves.floor(bent / COURSE);
        float shifted = x + (row & 1) * PERIOD_X / 2f + 1.5f * CellHash.signed(seed, row, 0, 1);
        int column = Curves.floor(shifted / PERIOD_X);
        float right = shifted - (column + 0.5f) * PERIOD_X + 0.8f * signed(row, column, 2);
        float down = bent - (row + 0.5f) * COURSE + 0.5f * signed(row, column, 3);
        down += 0.018f * signed(row, column, 4) * right;
        float fromSide = PERIOD_X / 2f - JOINT - 0.8f * unit(row, column, 5) - Math.abs(right);
        float fromBed = COURSE / 2f - JOINT - 0.6f * unit(row, column, 6) - Math.abs(down);
        float inside = Curves.softMin(fromSide, fromBed, 3.5f);
        float worn = chip.fractal(x, y, 4);
        return new Spot(row, column, inside - 0.3f + 1.1f * worn - bite(worn));
    }

    private static float bite(float worn) {
        return 3.5f * Curves.step(-0.42f, -0.7f, worn);
    }

    @Override
    public float height(float x, float y) {
        Spot spot = spot(x, y);
        float face = Curves.step(-0.6f, 2.2f, spot.inside());
        float clay = 3.4f + 0.6f * signed(spot.row(), spot.column(), 7);
        clay += 0.9f * rough.fractal(x, y, 4) - 1.4f * hole(x, y);
        float joint = 0.6f * rough.fractal(y, x, 3) + 0.5f * sand.at(x, y);
        return Curves.mix(joint, clay, face);
    }

    private float hole(float x, float y) {
        return Curves.step(0.62f, 0.9f, pit.at(x, y) * 0.8f + 0.35f * pit.at(x / 4, y / 4));
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        Spot spot = spot(x, y);
        float shade = 0.38f + 0.80f * light.dull(0.42f);
        Colour clay = clay(spot, x, y);
        Colour mortar = MORTAR.at(0.5f + 0.5f * rough.fractal(y, x, 3) + 0.16f * sand.at(x, y));
        Colour wall = mortar.mix(clay, Curves.step(-0.5f, 0.6f, spot.inside()));
        float wet = stain.fractal(x * 1.6f, y * 0.6f, 4);
        Colour sooty = wall.mix(SOOT, 0.45f * Curves.step(0.08f, 0.6f, wet));
        float salt = stain.fractal(y * 0.8f + 400, x * 1.2f, 4) + 0.12f * sand.at(x, y);
        Colour limed = sooty.mix(LIME, 0.36f * Curves.step(0.12f, 0.6f, salt));
        return limed.times(shade);
    }

    private Colour clay(Spot spot, float x, float y) {
        float burnt = unit(spot.row(), spot.column(), 8);
        float tone = 0.2f + 0.55f * burnt + 0.32f * rough.fractal(x, y, 4) + 0.07f * sand.at(x, y);
        tone += 0.25f * chip.at(x / 2, y) * unit(spot.row(), spot.column(), 9);
        float kiln = unit(spot.row(), spot.column(), 10) < 0.16f ? 0.4f : 0.05f;
        float heat = Curves.unit(0.6f + chip.fractal(y / 2, x / 3, 3));
        Colour clay = CLAY.at(tone - 0.12f * hole(x, y));
        return clay.mix(SOOT, kiln * heat).times(0.9f + 0.2f * unit(spot.row(), spot.column(), 11));
    }

    private float unit(int row, int column, int channel) {
        return CellHash.unit(seed, row, column, channel);
    }

    private float signed(int row, int column, int channel) {
        return CellHash.signed(seed, row, column, channel);
    }

    @Override
    public Sun sun() {
        return Sun.fromTopLeft(1.1f, 6);
    }
}
