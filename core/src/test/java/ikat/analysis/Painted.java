package ikat.analysis;

import ikat.image.Exemplar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures of known content. */
final class Painted {

    /** A value in [0, 1] for each point. */
    interface Brush {
        double at(int x, int y);
    }

    private Painted() {}

    static Exemplar grey(int width, int height, Brush brush) {
        float[] pixels = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = Math.max(0, Math.min(1, brush.at(x, y)));
                pixels[y * width + x] = (float) (2 * value - 1);
            }
        }
        return new Exemplar("painted.png", "0".repeat(64), 1, width, height, pixels, List.of());
    }

    static Exemplar colour(int side, Brush red, Brush green, Brush blue) {
        float[] pixels = new float[3 * side * side];
        int plane = 0;
        for (Brush brush : List.of(red, green, blue)) {
            float[] values = grey(side, side, brush).pixels();
            System.arraycopy(values, 0, pixels, plane++ * side * side, side * side);
        }
        return new Exemplar("painted.png", "0".repeat(64), 3, side, side, pixels, List.of());
    }

    static Exemplar stripes(int side, double period, double degrees) {
        double fx = Math.cos(Math.toRadians(degrees)) / period;
        double fy = Math.sin(Math.toRadians(degrees)) / period;
        Random noise = new Random(1);
        return grey(
                side,
                side,
                (x, y) ->
                        0.5
                                + 0.3 * Math.cos(1 + 2 * Math.PI * (fx * x + fy * y))
                                + 0.05 * noise.nextGaussian());
    }

    /** Dots on a hexagonal lattice with rows along x, each dot of its own brightness. */
    static Exemplar hexagons(int side, double rowPixels) {
        double spacing = rowPixels * 2 / Math.sqrt(3);
        Random random = new Random(2);
        float[] levels = new float[1 << 16];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 0.4f + 0.6f * random.nextFloat();
        }
        return grey(
                side,
                side,
                (x, y) -> {
                    long row = Math.round(y / rowPixels);
                    double shift = row % 2 == 0 ? 0 : 0.5;
                    long column = Math.round(x / spacing - shift);
                    double distance =
                            Math.hypot(x - (column + shift) * spacing, y - row * rowPixels);
                    return distance < 0.4 * spacing ? levels[(int) (row * 251 + column)] : 0.1;
                });
    }

    /**
     * Bricks in courses, each shifted by half a brick, of different brightness, with light joints
     * of three pixels.
     */
    static Exemplar bricks(int side, int columnPixels, int rowPixels) {
        Random random = new Random(6);
        float[] levels = new float[1 << 14];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 0.2f + 0.3f * random.nextFloat();
        }
        return grey(
                side,
                side,
                (x, y) -> {
                    int row = y / rowPixels;
                    int along = x + row % 2 * columnPixels / 2;
                    boolean joint = y % rowPixels < 3 || along % columnPixels < 3;
                    return joint ? 0.9 : levels[row * 97 + along / columnPixels];
                });
    }

    /** White noise blurred {@code passes} times over five pixels in each direction. */
    static Exemplar noise(int side, long seed, int passes) {
        Random random = new Random(seed);
        double[][] values = new double[side][side];
        for (double[] row : values) {
            for (int x = 0; x < side; x++) {
                row[x] = random.nextGaussian();
            }
        }
        double strength = 0.15;
        for (int pass = 0; pass < 2 * passes; pass++) {
            values = blurredAndTransposed(values);
        }
        for (int pass = 0; pass < passes; pass++) {
            strength *= pass == 0 ? 5 : 1.3;
        }
        double[][] painted = values;
        double scale = strength;
        return grey(side, side, (x, y) -> 0.5 + scale * painted[y][x]);
    }

    private static double[][] blurredAndTransposed(double[][] values) {
        int side = values.length;
        double[][] blurred = new double[side][side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double sum = 0;
                for (int d = -2; d <= 2; d++) {
                    sum += values[y][Math.floorMod(x + d, side)];
                }
                blurred[x][y] = sum / 5;
            }
        }
        return blurred;
    }

    /** Discs of one diameter that do not overlap, thrown at random. */
    static Exemplar discs(int side, double diameter, long seed) {
        Random random = new Random(seed);
        List<double[]> centres = new ArrayList<>();
        double[][] values = new double[side][side];
        for (int throwing = 0; throwing < 20_000; throwing++) {
            double cx = random.nextDouble() * side;
            double cy = random.nextDouble() * side;
            if (centres.stream().allMatch(c -> Math.hypot(c[0] - cx, c[1] - cy) > diameter)) {
                centres.add(new double[] {cx, cy});
                double level = 0.5 + 0.5 * random.nextDouble();
                for (int y = 0; y < side; y++) {
                    for (int x = 0; x < side; x++) {
                        if (Math.hypot(x - cx, y - cy) < diameter / 2) {
                            values[y][x] = level;
                        }
                    }
                }
            }
        }
        return grey(side, side, (x, y) -> values[y][x]);
    }
}
