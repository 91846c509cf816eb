package ikat.lab.samples;

/** Stockinette of twisted wool: columns of stitches 32 pixels wide, rows 26 pixels high. */
final class Knit implements Surface {

    static final int COLUMN = 32;
    static final int ROW = 26;

    private static final float THICK = 8.2f;
    private static final float REACH = 26;
    private static final Colour.Ramp WOOL =
            new Colour.Ramp(0x081D26, 0x0F3D4A, 0x1D6673, 0x45959C, 0x93CCC8, 0xDDF0E6);
    private static final Colour FLECK = Colour.of(0xD9A24A);

    private final long seed;
    private final ValueNoise pull;
    private final ValueNoise fibre;
    private final ValueNoise fluff;
    private final ValueNoise dye;

    Knit(long seed) {
        this.seed = seed;
        pull = new ValueNoise(seed + 1, 38);
        fibre = new ValueNoise(seed + 2, 1);
        fluff = new ValueNoise(seed + 3, 2.2f);
        dye = new ValueNoise(seed + 4, 9);
    }

    /**
     * One point of yarn.
     *
     * @param height above the ground in pixels
     * @param along from -1 at the foot of the leg to 1 at its top
     * @param across from -1 to 1 across the yarn
     * @param id unique number of the leg
     * @param lean 1 for a leg that leans right, -1 for one that leans left
     */
    private record Yarn(float height, float along, float across, int id, int lean) {}

    private static final Yarn GROUND = new Yarn(-2, 0, 0, 0, 1);

    private Yarn top(float x, float y) {
        float u = x + 2.0f * pull.at(x, y);
        float v = y + 2.0f * pull.at(y + 57, x + 11);
        int column = Curves.floor(u / COLUMN);
        int row = Curves.floor(v / ROW);
        Yarn top = GROUND;
        for (int j = row - 1; j <= row + 2; j++) {
            top = higher(top, leg(column, j, -1, u, v));
            top = higher(top, leg(column, j, 1, u, v));
        }
        return top;
    }

    private static Yarn higher(Yarn a, Yarn b) {
        return b.height() > a.height() ? b : a;
    }

    private Yarn leg(int column, int row, int lean, float u, float v) {
        int id = (column * 4096 + row) * 2 + lean;
        float foot = (row + 0.5f) * ROW + 0.9f * CellHash.signed(seed, id, 0, 1);
        float along = (foot - v) / REACH;
        if (along < -1 || along > 1) {
            return GROUND;
        }
        float sway = along + 0.16f * along * (1 - along * along) * 4;
        float middle = (column + 0.5f) * COLUMN + lean * (8.2f + 6.4f * sway);
        middle += 0.6f * CellHash.signed(seed, id, 0, 2);
        float thick = THICK * (1 + 0.07f * CellHash.signed(seed, id, 0, 3));
        thick *= 1 - 0.25f * along * along * along * along;
        float across = (u - middle) * 0.93f / thick;
        if (across < -1 || across > 1) {
            return GROUND;
        }
        float round = thick * (float) Math.sqrt(1 - across * across);
        float arch = 5 * (1 - along * along) - 3.5f * along;
        return new Yarn(round + arch, along, across, id, lean);
    }

    /** Position across the plies that wind round the yarn, in plies. */
    private static float twist(Yarn yarn) {
        float bulge = yarn.across() * (1 + 0.35f * yarn.across() * yarn.across());
        return yarn.along() * 3.4f + bulge * 0.55f * yarn.lean() * -1 + yarn.id() * 0.37f;
    }

    private static float ply(Yarn yarn) {
        float phase = twist(yarn);
        float within = 2 * (phase - Curves.floor(phase)) - 1;
        return 1 - within * within;
    }

    private float strands(Yarn yarn) {
        float round = yarn.across() * 5;
        float wound = twist(yarn) * 8;
        return fibre.at(wound, round * 0.6f + yarn.id() * 13)
                + 0.7f * fibre.at(wound * 2.1f + 40, round * 0.9f + yarn.id() * 7);
    }

    @Override
    public float height(float x, float y) {
        Yarn yarn = top(x, y);
        return yarn.height() + 1.3f * ply(yarn) + 0.35f * strands(yarn) + 0.5f * fluff.at(x, y);
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        Yarn yarn = top(x, y);
        float strand = strands(yarn);
        float tone = 0.72f * light.dull(0.45f) * Curves.unit(0.25f + 0.75f * light.open());
        tone += 0.07f * strand + 0.08f * dye.fractal(x, y, 3);
        tone *= 0.72f + 0.28f * Curves.step(0, 0.55f, ply(yarn));
        tone *= Curves.step(-5, 11, yarn.height());
        tone += 0.10f * hairs(x, y);
        float fleck =
                Curves.step(0.62f, 0.9f, dye.at(yarn.id() * 31, twist(yarn) * 5) + strand / 6);
        return WOOL.at(tone).mix(FLECK.times(0.35f + tone), 0.55f * fleck);
    }

    /** Loose hairs on the wool: thin ridges of two slowly varying functions. */
    private float hairs(float x, float y) {
        float one = Math.abs(dye.at(x + 3 * fluff.at(x / 3, y / 3), y * 1.4f));
        float two = Math.abs(dye.at(y * 0.7f + 300, x * 1.3f + 2 * fluff.at(y / 4, x / 4)));
        return Curves.step(0.05f, 0, one) + Curves.step(0.04f, 0, two);
    }

    @Override
    public Sun sun() {
        return Sun.fromTopLeft(1.3f, 6);
    }

    @Override
    public float hollowPixels() {
        return 5;
    }
}
