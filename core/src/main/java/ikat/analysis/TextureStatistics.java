package ikat.analysis;

import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.List;

/**
 * A few dozen numbers that distinguish textures: mean and deviation of brightness and of two
 * opponent colours, skewness of brightness, and at five octaves of brightness the energy, how it is
 * divided between four directions, and how sparse it is. Parts of one texture have nearly the same.
 *
 * <p>Such marginal statistics of a pyramid's bands are what Heeger and Bergen ("Pyramid-based
 * texture analysis/synthesis", SIGGRAPH 1995) matched to make textures, and a part of those of
 * Portilla and Simoncelli ("A parametric texture model based on joint statistics of complex wavelet
 * coefficients", IJCV 40, 2000). No training uses them as a loss, so they can evaluate it.
 */
public final class TextureStatistics {

    /** How many numbers there are. */
    public static final int LENGTH = 7 + Octaves.COUNT * Octaves.NUMBERS;

    /**
     * Share of the deviation between textures that counts as no difference, even where the parts of
     * each texture agree better: no generator is that exact.
     */
    private static final double TOLERANCE = 0.1;

    private TextureStatistics() {}

    /** The statistics of a whole picture: {@value #LENGTH} numbers. */
    public static float[] of(Exemplar picture) {
        return of(picture, 0, 0, picture.width(), picture.height());
    }

    /**
     * The statistics of a square of a picture.
     *
     * @param x left column
     * @param y top row
     * @param side in pixels; the square lies inside the picture
     */
    public static float[] of(Exemplar picture, int x, int y, int side) {
        return of(picture, x, y, side, side);
    }

    private static float[] of(Exemplar picture, int x, int y, int width, int height) {
        if (x < 0
                || y < 0
                || width < 1
                || height < 1
                || x > picture.width() - width
                || y > picture.height() - height) {
            throw new IllegalArgumentException(
                    "the part of %sx%s pixels at %s,%s is not inside %s"
                            .formatted(width, height, x, y, picture.name()));
        }
        Plane[] axes = ColourDirections.opponents(picture, x, y, width, height);
        float[] statistics = new float[LENGTH];
        for (int axis = 0; axis < axes.length; axis++) {
            double mean = axes[axis].mean();
            double deviation = axes[axis].deviation();
            statistics[2 * axis] = (float) mean;
            statistics[2 * axis + 1] = (float) deviation;
            if (axis == 0) {
                statistics[6] = (float) skewness(axes[0], mean, deviation);
            }
        }
        Octaves.describe(axes[0], statistics, 7);
        return statistics;
    }

    private static double skewness(Plane plane, double mean, double deviation) {
        double sum = 0;
        for (float value : plane.values()) {
            double off = value - mean;
            sum += off * off * off;
        }
        double unit = deviation + 1.0 / 255;
        return sum / plane.values().length / (unit * unit * unit);
    }

    /** The statistics of four squares in a picture's corners, each half as large as its side. */
    public static List<float[]> ofQuarters(Exemplar picture) {
        int side = Math.max(1, Math.min(picture.width(), picture.height()) / 2);
        int right = picture.width() - side;
        int bottom = picture.height() - side;
        return List.of(
                of(picture, 0, 0, side),
                of(picture, right, 0, side),
                of(picture, 0, bottom, side),
                of(picture, right, bottom, side));
    }

    /**
     * The deviation of each number between parts of one picture, pooled over pictures: the unit of
     * distances.
     *
     * @param parts for each picture the statistics of some of its parts
     * @return {@value #LENGTH} numbers above 0
     */
    public static float[] scale(List<List<float[]>> parts) {
        float[] scale = new float[LENGTH];
        List<float[]> all = parts.stream().flatMap(List::stream).toList();
        for (int i = 0; i < LENGTH; i++) {
            double within = 0;
            int freedom = 0;
            for (List<float[]> picture : parts) {
                within += spread(picture, i);
                freedom += picture.size() - 1;
            }
            double between = TOLERANCE * TOLERANCE * spread(all, i) / Math.max(1, all.size() - 1);
            scale[i] = (float) Math.sqrt(within / Math.max(1, freedom) + between + 1e-8);
        }
        return scale;
    }

    /** Sum of squared distances from the mean. */
    private static double spread(List<float[]> samples, int index) {
        double mean = samples.stream().mapToDouble(s -> s[index]).average().orElse(0);
        return samples.stream().mapToDouble(s -> (s[index] - mean) * (s[index] - mean)).sum();
    }

    /**
     * The distance of two textures, about 1 for two parts of one picture. Differences are not
     * squared, so that a single number does not dominate.
     *
     * @param scale of {@link #scale}
     */
    public static double distance(float[] a, float[] b, float[] scale) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += Math.abs(a[i] - b[i]) / scale[i];
        }
        return sum / LENGTH;
    }

    /**
     * What an image holds at five scales, each twice as coarse as the one before: the bands of a
     * Laplacian pyramid (Burt and Adelson 1983) and their second differences in four directions.
     */
    static final class Octaves {

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

        /**
         * Writes {@code COUNT * NUMBERS} numbers; octaves that are too small repeat the one before.
         */
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
}
