package ikat.analysis;

import ikat.signal.Binomial;
import ikat.signal.Plane;

/**
 * What an image holds at five scales, each twice as coarse as the one before: the bands of a
 * Laplacian pyramid (Burt and Adelson 1983) and their second differences in four directions.
 */
final class Octaves {

    static final int COUNT = 5;
    static final int DIRECTIONS = 4;

    /** Numbers that describe an octave: energy, share of each direction, sparsity. */
    static final int NUMBERS = 1 + DIRECTIONS + 1;

    /** Energy of rounding to 8 bits, where black is -1 and white is 1. */
    private static final double ROUNDING = 1e-5;

    /** Least side of an octave. */
    private static final int LEAST_SIDE = 8;

    /** Pixels left out at each border, where the blur mirrors the image. */
    private static final int BORDER = 2;

    private Octaves() {}

    /** Writes {@code COUNT * NUMBERS} numbers; octaves that are too small repeat the one before. */
    static void describe(Plane plane, float[] out, int offset) {
        Plane level = plane;
        for (int octave = 0; octave < COUNT; octave++) {
            int at = offset + octave * NUMBERS;
            if (octave > 0 && Math.min(level.width(), level.height()) < LEAST_SIDE) {
                System.arraycopy(out, at - NUMBERS, out, at, NUMBERS);
                continue;
            }
            Plane blurred = Binomial.blurred(level);
            describeBand(level.minus(blurred), out, at);
            level = Binomial.everySecond(blurred);
        }
    }

    private static void describeBand(Plane band, float[] out, int at) {
        int width = band.width();
        float[] v = band.values();
        int border = Math.min(width, band.height()) > 4 * BORDER ? BORDER : 1;
        double energy = 0;
        double size = 0;
        double[] directions = new double[DIRECTIONS];
        for (int y = border; y < band.height() - border; y++) {
            float rowEnergy = 0;
            float rowSize = 0;
            float across = 0;
            float down = 0;
            float falling = 0;
            float rising = 0;
            for (int i = y * width + border; i < (y + 1) * width - border; i++) {
                float twice = 2 * v[i];
                float a = v[i - 1] - twice + v[i + 1];
                float d = v[i - width] - twice + v[i + width];
                float f = v[i - width - 1] - twice + v[i + width + 1];
                float r = v[i - width + 1] - twice + v[i + width - 1];
                rowEnergy += v[i] * v[i];
                rowSize += Math.abs(v[i]);
                across += a * a;
                down += d * d;
                falling += f * f;
                rising += r * r;
            }
            energy += rowEnergy;
            size += rowSize;
            directions[0] += across;
            directions[1] += down;
            directions[2] += falling / 4; // a diagonal step is longer by the root of 2
            directions[3] += rising / 4;
        }
        int count = Math.max(1, (width - 2 * border) * (band.height() - 2 * border));
        double mean = energy / count + ROUNDING;
        out[at] = (float) Math.log(mean);
        double all = directions[0] + directions[1] + directions[2] + directions[3];
        for (int d = 0; d < DIRECTIONS; d++) {
            double share = (directions[d] / count + ROUNDING) / (all / count + 4 * ROUNDING);
            out[at + 1 + d] = (float) share;
        }
        out[at + 1 + DIRECTIONS] = (float) (size / count / Math.sqrt(mean));
    }
}
