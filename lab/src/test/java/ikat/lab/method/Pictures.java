package ikat.lab.method;

import ikat.image.Exemplar;
import java.time.Duration;
import java.util.Random;

/** Painted pictures to make more of. */
public final class Pictures {

    /** A value in [-1, 1] for each point and colour. */
    public interface Brush {
        double at(int colour, int x, int y);
    }

    private Pictures() {}

    /** What a test may spend. */
    public static Effort effort(int threads) {
        return new Effort(Duration.ofSeconds(10), threads, () -> false);
    }

    public static Exemplar painted(int colours, int width, int height, Brush brush) {
        float[] pixels = new float[colours * width * height];
        int next = 0;
        for (int c = 0; c < colours; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[next++] = (float) Math.max(-1, Math.min(1, brush.at(c, x, y)));
                }
            }
        }
        return Exemplar.made("painted.png", colours, width, height, pixels);
    }

    /** Discs of several sizes and two colours on a dark ground. */
    public static Exemplar discs(int colours, int width, int height) {
        Random random = new Random(8);
        double[][] values = new double[colours][width * height];
        for (double[] plane : values) {
            java.util.Arrays.fill(plane, -0.6);
        }
        for (int disc = 0; disc < width * height / 60; disc++) {
            double cx = random.nextDouble() * width;
            double cy = random.nextDouble() * height;
            double radius = 2 + 4 * random.nextDouble();
            double level = random.nextDouble();
            double tint = random.nextBoolean() ? 0.6 : 0;
            for (int i = 0; i < width * height; i++) {
                if (Math.hypot(i % width - cx, i / width - cy) < radius) {
                    for (int c = 0; c < colours; c++) {
                        values[c][i] = level - c * tint;
                    }
                }
            }
        }
        return painted(colours, width, height, (c, x, y) -> values[c][y * width + x]);
    }
}
