package ikat.lab.samples;

import java.util.ArrayList;
import java.util.List;

/** A page of letterpress: lines 22 pixels apart, ink that spreads a little, laid paper. */
final class TextPage implements Surface {

    static final int LINE = 22;

    private static final float SPACE = 4.6f;
    private static final float TRACKING = 0.45f;
    private static final Colour.Ramp PAPER =
            new Colour.Ramp(0xC4AC82, 0xE2D2AE, 0xEFE4C8, 0xF8F1DE);
    private static final Colour.Ramp PRINT = new Colour.Ramp(0x15110F, 0x2B2420, 0x54483C);
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
            Glyph glyph = Glyph.letter(word.charAt(n));
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

    /**
     * Generator of meaningless sentences whose words are as long and as varied as those of a
     * language.
     */
    private static final class Wording {

        private static final String[] ONSETS = {
            "", "b", "c", "d", "f", "g", "l", "m", "n", "p", "qu", "r", "s", "t", "v", "st", "pr",
            "tr", "h", "cl", "k", "w", "y", "z", "j", "x"
        };
        private static final String[] VOWELS = {"a", "e", "i", "o", "u", "e", "i", "a", "ae", "io"};
        private static final String[] CODAS = {
            "", "", "", "m", "n", "r", "s", "t", "l", "nt", "s", "x", "d"
        };
        private static final String CAPITALS = "ADELNST";

        private final long seed;
        private int spoken;
        private int toStop;

        Wording(long seed) {
            this.seed = seed;
            this.toStop = 6;
        }

        /** The next word, with its capital letter, comma or full stop. */
        String next() {
            boolean first = toStop == 0;
            if (first) {
                toStop = 4 + pick(0, 9);
            }
            toStop--;
            StringBuilder word = new StringBuilder();
            int syllables = 1 + pick(1, 5) / 2 + pick(2, 4) / 3;
            for (int n = 0; n < syllables; n++) {
                if (first && n == 0) {
                    word.append(CAPITALS.charAt(pick(4, CAPITALS.length())));
                } else {
                    word.append(ONSETS[Math.min(pick(10 + n, 34), pick(20 + n, ONSETS.length))]);
                }
                word.append(VOWELS[pick(30 + n, VOWELS.length)]);
            }
            word.append(CODAS[pick(3, CODAS.length)]);
            word.append(toStop == 0 ? "." : pick(5, 8) == 0 ? "," : "");
            spoken++;
            return word.toString();
        }

        private int pick(int channel, int count) {
            return (int) (CellHash.unit(seed, spoken, 0, channel) * count);
        }
    }

    /**
     * Strokes of a broad-nibbed pen, wider across than along the page, indexed by square buckets.
     */
    private static final class Ink {

        private static final float HALF_WIDTH = 0.92f;
        private static final float HALF_HEIGHT = 0.58f;
        private static final int BUCKET_PIXELS = 8;
        private static final int MARGIN_PIXELS = 32;
        private static final float REACH = 3;

        private final int side;
        private final List<List<float[]>> buckets = new ArrayList<>();

        Ink(int sizePixels) {
            side = (sizePixels + 2 * MARGIN_PIXELS) / BUCKET_PIXELS + 1;
            for (int n = 0; n < side * side; n++) {
                buckets.add(new ArrayList<>());
            }
        }

        /** Writes a letter with its origin on the baseline at (x, y), in pixels, y down. */
        void write(Glyph glyph, float x, float y) {
            for (float[] line : glyph.strokes()) {
                for (int n = 0; n + 3 < line.length; n += 2) {
                    add(x + line[n], y - line[n + 1], x + line[n + 2], y - line[n + 3]);
                }
            }
        }

        private void add(float x0, float y0, float x1, float y1) {
            float[] piece = {x0 / HALF_WIDTH, y0 / HALF_HEIGHT, x1 / HALF_WIDTH, y1 / HALF_HEIGHT};
            int lastRow = bucket(Math.max(y0, y1) + REACH);
            int lastColumn = bucket(Math.max(x0, x1) + REACH);
            for (int row = bucket(Math.min(y0, y1) - REACH); row <= lastRow; row++) {
                for (int column = bucket(Math.min(x0, x1) - REACH);
                        column <= lastColumn;
                        column++) {
                    if (row >= 0 && row < side && column >= 0 && column < side) {
                        buckets.get(row * side + column).add(piece);
                    }
                }
            }
        }

        /**
         * Approximate signed distance in pixels from the point to the ink: negative inside, at most
         * 3.
         */
        float outside(float x, float y) {
            int row = Math.max(0, Math.min(side - 1, bucket(y)));
            int column = Math.max(0, Math.min(side - 1, bucket(x)));
            float least = 1e6f;
            for (float[] piece : buckets.get(row * side + column)) {
                least = Math.min(least, squareDistance(piece, x / HALF_WIDTH, y / HALF_HEIGHT));
            }
            float away = ((float) Math.sqrt(least) - 1) * (HALF_WIDTH + HALF_HEIGHT) / 2;
            return Math.min(away, REACH);
        }

        private static int bucket(float place) {
            return Curves.floor((place + MARGIN_PIXELS) / BUCKET_PIXELS);
        }

        private static float squareDistance(float[] piece, float x, float y) {
            float dx = piece[2] - piece[0];
            float dy = piece[3] - piece[1];
            float px = x - piece[0];
            float py = y - piece[1];
            float share = Curves.unit((px * dx + py * dy) / Math.max(dx * dx + dy * dy, 1e-9f));
            float ex = px - share * dx;
            float ey = py - share * dy;
            return ex * ex + ey * ey;
        }
    }
}
