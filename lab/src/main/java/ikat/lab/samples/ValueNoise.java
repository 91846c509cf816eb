package ikat.lab.samples;

/**
 * Value noise: a smooth random function of the plane that interpolates random values on a lattice.
 */
final class ValueNoise {

    private static final int SIDE = 256;

    private final float[] values = new float[SIDE * SIDE];
    private final float frequency;

    /**
     * @param seed selects the function
     * @param elementPixels distance between lattice points in pixels, above 0
     */
    ValueNoise(long seed, float elementPixels) {
        frequency = 1 / elementPixels;
        for (int n = 0; n < values.length; n++) {
            values[n] = CellHash.signed(seed, n, 0, 7);
        }
    }

    /** The function at a pixel, in [-1, 1], mean 0. */
    float at(float x, float y) {
        return lattice(x * frequency, y * frequency);
    }

    /**
     * Fractal noise: the sum of {@code octaves} rotated copies, each with half the scale and half
     * the amplitude of the last.
     */
    float fractal(float x, float y, int octaves) {
        float u = x * frequency;
        float v = y * frequency;
        float sum = 0;
        float weight = 0.5f;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * lattice(u, v);
            float turned = 2 * (0.8f * u - 0.6f * v) + 17.3f;
            v = 2 * (0.6f * u + 0.8f * v) + 5.7f;
            u = turned;
            weight /= 2;
        }
        return sum;
    }

    private float lattice(float u, float v) {
        int i = Curves.floor(u);
        int j = Curves.floor(v);
        float a = fade(u - i);
        float b = fade(v - j);
        float top = Curves.mix(value(i, j), value(i + 1, j), a);
        float bottom = Curves.mix(value(i, j + 1), value(i + 1, j + 1), a);
        return Curves.mix(top, bottom, b);
    }

    private float value(int i, int j) {
        return values[(j & (SIDE - 1)) * SIDE + (i & (SIDE - 1))];
    }

    private static float fade(float t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }
}
