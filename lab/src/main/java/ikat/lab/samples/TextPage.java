package ikat.lab.samples;

/** A page of letterpress: lines 22 pixels apart, ink that spreads a little, laid paper. */
final class TextPage implements Surface {

    static final int LINE = 22;

    private static final float SPACE = 4.6f;
    private static final float TRACKING = 0.45f;
    private static final ColourRamp PAPER = new ColourRamp(0xC4AC82, 0xE2D2AE, 0xEFE4C8, 0xF8F1DE);
    private static final ColourRamp PRINT = new ColourRamp(0x15110F, 0x2B2420, 0x54483C);
    private static final Colour HALO = Colour.of(0x8A7250);

    private final Ink ink;
    private final ValueNoise fibre;
    private final ValueNoise cloud;
    private final ValueNoise spread;
    private final ValueNoise speck;

    TextPage(int sizePixels, long seed) {
        ink = new Ink(sizePixels);
        fibre = new ValueNoise(seed + 1, 3);
        cloud = new ValueNoise(seed + 2, 24);
        spread = new ValueNoise(seed + 3, 1.7f);
        speck = new ValueNoise(seed + 4, 2.6f);
        set(sizePixels, seed);
    }

    private void set(int sizePixels, long seed) {
        Wording wording = new Wording(seed);
        for (int line = -2; line * LINE < sizePixels + 2 * LINE; line++) {
            float x = -40 - 40 * CellHash.unit(seed, line, 0, 1);
            float y = line * LINE + 16 + 0.35f * CellHash.signed(seed, line, 0, 2);
            while (x < sizePixels + 30) {
                x = write(wording.next(), x, y, seed);
                x += SPACE + 2 * CellHash.unit(seed, line, Math.round(x), 3);
            }
        }
    }

    private float write(String word, float start, float baseline, long seed) {
        float x = start;
        for (int n = 0; n < word.length(); n++) {
            Glyph glyph = Alphabet.glyph(word.charAt(n));
            float slip = CellHash.signed(seed, Math.round(x), Math.round(baseline), 4);
            ink.write(glyph, x + 0.2f * slip, baseline + 0.25f * slip);
            x += glyph.advance() + TRACKING;
        }
        return x;
    }

    @Override
    public float height(float x, float y) {
        float pressed = Curves.step(0.9f, -0.6f, ink.outside(x, y));
        float weave = 0.10f * fibre.at(x / 5, y) + 0.10f * fibre.at(x, y / 5);
        return weave + 0.22f * fibre.fractal(x, y, 2) + 0.5f * cloud.at(x, y) - 0.35f * pressed;
    }

    @Override
    public Colour colour(float x, float y, Light light) {
        float grain = fibre.fractal(x, y, 2);
        float tone = 0.62f + 0.35f * cloud.fractal(x, y, 3) + 0.14f * grain;
        tone -= 0.6f * Curves.step(0.85f, 1.05f, speck.at(x, y) * speck.at(x / 3, y / 3) + 0.3f);
        Colour paper = PAPER.at(tone).times(0.62f + 0.46f * light.dull(0.4f));
        float away = ink.outside(x, y) + 0.28f * spread.fractal(x, y, 2);
        Colour bled = paper.mix(HALO, 0.42f * Curves.step(2.2f, 0, away));
        float thin = 0.2f + 0.5f * cloud.at(y / 2, x / 2) + 0.7f * spread.at(x / 2, y / 2);
        float cover = Curves.step(0.45f, -0.45f, away) * (0.96f - 0.22f * Curves.unit(thin));
        return bled.mix(PRINT.at(thin), cover);
    }
}
