package ikat.signal;

import ikat.image.Exemplar;
import ikat.image.Light;

/**
 * Takes slow changes of the light out of a picture: each pixel is divided by the mean brightness
 * around it, and multiplied by that of the picture (flat-field correction by the picture itself).
 * Hues stay as they are.
 */
public final class FlatLight {

    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};
    private static final int PASSES = 3; // of a box, which together are near a normal distribution

    /** Where it is darker than this share of the mean, noise would be raised with the rest. */
    private static final double LEAST = 0.1;

    private FlatLight() {}

    /**
     * The picture under even light.
     *
     * @param radius in pixels around each pixel of which the mean is taken: changes over less are
     *     part of the texture; at least 1
     */
    public static Exemplar of(Exemplar picture, int radius) {
        int area = picture.width() * picture.height();
        int channels = picture.channels();
        float[] light = new float[picture.pixels().length];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) Light.decoded((picture.pixels()[i] + 1) / 2.0);
        }
        double[] brightness = new double[area];
        double mean = 0;
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < channels; c++) {
                double weight = channels == 1 ? 1 : LUMINANCE[c];
                brightness[i] += weight * light[c * area + i];
            }
            mean += brightness[i] / area;
        }
        double[] around = brightness;
        for (int pass = 0; pass < PASSES; pass++) {
            around = boxed(around, picture.width(), picture.height(), radius);
        }
        float[] pixels = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            double factor = mean / Math.max(LEAST * mean, around[i % area]);
            double value = 2 * Light.encoded(Math.min(1, factor * light[i])) - 1;
            pixels[i] = (float) Math.max(-1, Math.min(1, value));
        }
        return picture.with(pixels);
    }

    /** The mean of a square around each place, of which beyond the edges nothing counts. */
    private static double[] boxed(double[] values, int width, int height, int radius) {
        double[] rows = new double[values.length];
        for (int y = 0; y < height; y++) {
            line(values, y * width, 1, width, radius, rows);
        }
        double[] both = new double[values.length];
        for (int x = 0; x < width; x++) {
            line(rows, x, width, height, radius, both);
        }
        return both;
    }

    private static void line(
            double[] in, int from, int step, int length, int radius, double[] out) {
        double[] sums = new double[length + 1];
        for (int i = 0; i < length; i++) {
            sums[i + 1] = sums[i] + in[from + i * step];
        }
        for (int i = 0; i < length; i++) {
            int first = Math.max(0, i - radius);
            int last = Math.min(length, i + radius + 1);
            out[from + i * step] = (sums[last] - sums[first]) / (last - first);
        }
    }
}
