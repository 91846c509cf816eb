package ikat.studio.serve.iiif;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import java.util.Arrays;

/** Scales a part of a level to an image, in bands, so that a large part needs little memory. */
final class Resampling {

    private static final int BAND_PIXELS = 1 << 20;

    private final PixelSource level;
    private final Axis across;
    private final Axis down;
    private final int rowValues;

    Resampling(PixelSource level, Axis across, Axis down) {
        this.level = level;
        this.across = across;
        this.down = down;
        this.rowValues = across.size() * level.channels();
    }

    /** The scaled image. */
    Pixels image() {
        Pixels image = Pixels.empty(across.size(), down.size(), level.channels());
        int most = Math.max(1, BAND_PIXELS / across.length());
        for (int top = 0; top < down.size(); ) {
            int bottom = top + 1;
            while (bottom < down.size() && down.end(bottom) - down.first()[top] <= most) {
                bottom++;
            }
            fill(image.bytes(), top, bottom);
            top = bottom;
        }
        return image;
    }

    private void fill(byte[] image, int top, int bottom) {
        int from = down.first()[top];
        int rows = down.end(bottom - 1) - from;
        byte[] pixels = level.render(new PixelRegion(across.low(), from, across.length(), rows));
        float[][] narrowed = new float[rows][];
        for (int y = 0; y < rows; y++) {
            narrowed[y] = narrowed(pixels, y * across.length());
        }
        float[] sum = new float[rowValues];
        for (int y = top; y < bottom; y++) {
            Arrays.fill(sum, 0.5f); // so that cutting off rounds
            float[] weights = down.weights()[y];
            for (int tap = 0; tap < weights.length; tap++) {
                float[] row = narrowed[down.first()[y] - from + tap];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[tap] * row[i];
                }
            }
            for (int i = 0; i < sum.length; i++) {
                image[y * rowValues + i] = (byte) Math.min(255, (int) sum[i]);
            }
        }
    }

    private float[] narrowed(byte[] pixels, int row) {
        int channels = level.channels();
        float[] narrowed = new float[rowValues];
        for (int x = 0; x < across.size(); x++) {
            float[] weights = across.weights()[x];
            int at = (row + across.first()[x] - across.low()) * channels;
            for (float weight : weights) {
                for (int c = 0; c < channels; c++) {
                    narrowed[x * channels + c] += weight * (pixels[at++] & 0xff);
                }
            }
        }
        return narrowed;
    }

    /**
     * The weights of resampling along one axis: a box filter where the image is smaller than the
     * level, linear interpolation where it is larger. Nothing outside the interval is read.
     *
     * @param low the first pixel of the level
     * @param high the pixel after the last
     * @param first the first pixel of the level for each pixel of the image
     * @param weights for each pixel of the image, with a sum of 1
     */
    record Axis(int low, int high, int[] first, float[][] weights) {

        /**
         * An axis.
         *
         * @param from where the interval begins, in pixels of the level
         * @param length of the interval, above 0
         * @param size of the image in pixels
         */
        static Axis of(double from, double length, int size) {
            int low = (int) Math.floor(from);
            int high = (int) Math.ceil(from + length);
            int[] first = new int[size];
            float[][] weights = new float[size][];
            double step = length / size;
            for (int i = 0; i < size; i++) {
                if (step >= 1) {
                    double begin = from + i * step;
                    double end = Math.min(begin + step, high);
                    first[i] = (int) Math.floor(begin);
                    weights[i] = shares(begin, end, first[i]);
                } else {
                    double place = Math.max(low, Math.min(high - 1, from + (i + 0.5) * step - 0.5));
                    first[i] = Math.max(low, Math.min((int) Math.floor(place), high - 2));
                    float share = (float) (place - first[i]);
                    weights[i] = high - low == 1 ? new float[] {1} : new float[] {1 - share, share};
                }
            }
            return new Axis(low, high, first, weights);
        }

        private static float[] shares(double begin, double end, int first) {
            float[] shares = new float[(int) Math.ceil(end) - first];
            for (int i = 0; i < shares.length; i++) {
                double covered = Math.min(first + i + 1, end) - Math.max(first + i, begin);
                shares[i] = (float) (covered / (end - begin));
            }
            return shares;
        }

        int size() {
            return first.length;
        }

        /** How many pixels of the level are needed. */
        int length() {
            return high - low;
        }

        /** The pixel after the last that a pixel of the image needs. */
        int end(int i) {
            return first[i] + weights[i].length;
        }
    }
}
