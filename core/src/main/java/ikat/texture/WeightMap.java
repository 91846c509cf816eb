package ikat.texture;

import java.util.Arrays;

/**
 * The weights of textures on a grid of samples.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param weights {@code [textures][rows * columns]}, none negative, of sum 1 at each sample
 */
record WeightMap(int columns, int rows, float[][] weights) {

    /** Most samples per side; larger pictures are averaged down to this. */
    static final int MOST_SAMPLES = 1024;

    /** Standard deviations at which a Gaussian is truncated. */
    private static final double REACH = 3;

    private static final double TOLERANCE = 1e-3;

    /** Computes the weights of textures at one pixel of a picture. */
    @FunctionalInterface
    interface Shares {

        void of(int x, int y, float[] shares);
    }

    /**
     * Checks a grid from outside.
     *
     * @throws IllegalArgumentException if it is not such a grid; one sentence
     */
    static WeightMap checked(int columns, float[][] weights) {
        int samples = weights[0].length;
        if (columns < 1 || samples < columns || samples % columns != 0) {
            throw new IllegalArgumentException(
                    "a grid of %s columns has %s samples, but must have whole rows, at least 1"
                            .formatted(columns, samples));
        }
        for (int i = 0; i < samples; i++) {
            double sum = 0;
            for (float[] plane : weights) {
                sum += plane.length == samples && plane[i] >= 0 ? plane[i] : Double.NaN;
            }
            if (!(Math.abs(sum - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException(
                        "the weights of sample "
                                + i
                                + " must be one a texture, none negative, with a sum of 1");
            }
        }
        return new WeightMap(columns, samples / columns, weights);
    }

    /** Averages the weights of a picture's pixels. */
    static WeightMap gather(int width, int height, int textures, Shares pixels) {
        int columns = Math.min(width, MOST_SAMPLES);
        int rows = Math.min(height, MOST_SAMPLES);
        float[][] weights = new float[textures][columns * rows];
        float[] shares = new float[textures];
        int[] counts = new int[columns * rows];
        for (int y = 0; y < height; y++) {
            int row = (int) ((long) y * rows / height);
            for (int x = 0; x < width; x++) {
                int sample = row * columns + (int) ((long) x * columns / width);
                pixels.of(x, y, shares);
                counts[sample]++;
                for (int t = 0; t < textures; t++) {
                    weights[t][sample] += shares[t];
                }
            }
        }
        for (float[] plane : weights) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] /= counts[i];
            }
        }
        return new WeightMap(columns, rows, weights);
    }

    /**
     * This map under a Gaussian.
     *
     * @param sigmaX its standard deviation in samples to the right, 0 for none
     * @param sigmaY its standard deviation in samples downwards, 0 for none
     * @param across what lies beyond the left and right side
     * @param down what lies beyond the upper and lower side
     */
    WeightMap smoothed(double sigmaX, double sigmaY, Beyond across, Beyond down) {
        float[][] smooth = new float[weights.length][];
        double[] halfX = gaussian(sigmaX, columns);
        double[] halfY = gaussian(sigmaY, rows);
        for (int t = 0; t < weights.length; t++) {
            float[] once = convolve(weights[t], halfX, across, 1, columns, rows, columns);
            smooth[t] = convolve(once, halfY, down, columns, rows, columns, 1);
        }
        return new WeightMap(columns, rows, smooth);
    }

    /** The half of a Gaussian from its middle, summing to 1 with the other half. */
    private static double[] gaussian(double wanted, int samples) {
        double sigma = Math.min(wanted, samples); // wider ones make no difference but take long
        double[] half = new double[(int) Math.ceil(REACH * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = i == 0 ? 1 : StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? 1 : 2 * half[i];
        }
        for (int i = 0; i < half.length; i++) {
            half[i] /= sum;
        }
        return half;
    }

    private static float[] convolve(
            float[] in, double[] half, Beyond beyond, int step, int length, int lines, int stride) {
        if (half.length == 1) {
            return in;
        }
        float[] out = new float[in.length];
        double[] line = new double[length];
        for (int l = 0; l < lines; l++) {
            for (int i = 0; i < length; i++) {
                line[i] = in[l * stride + i * step];
            }
            for (int i = 0; i < length; i++) {
                double sum = half[0] * line[i];
                for (int d = 1; d < half.length; d++) {
                    sum += half[d] * line[beyond.index(i - d, length)];
                    sum += half[d] * line[beyond.index(i + d, length)];
                }
                out[l * stride + i * step] = (float) sum;
            }
        }
        return out;
    }

    /** The weights at a point, interpolated bilinearly; in samples from the middle of the first. */
    void at(double x, double y, Beyond acrossSides, Beyond downSides, double[] shares) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        int left = acrossSides.index((int) floorX, columns);
        int right = acrossSides.index((int) floorX + 1, columns);
        int top = downSides.index((int) floorY, rows) * columns;
        int bottom = downSides.index((int) floorY + 1, rows) * columns;
        double across = x - floorX;
        double down = y - floorY;
        for (int t = 0; t < weights.length; t++) {
            float[] plane = weights[t];
            double upper = plane[top + left] * (1 - across) + plane[top + right] * across;
            double lower = plane[bottom + left] * (1 - across) + plane[bottom + right] * across;
            shares[t] = upper * (1 - down) + lower * down;
        }
        double sum = Arrays.stream(shares).sum();
        for (int t = 0; t < shares.length; t++) {
            shares[t] /= sum;
        }
    }

    /** What lies beyond a side of the map. */
    enum Beyond {
        /** Its outermost sample. */
        SAME,
        /** The map again. */
        AGAIN;

        int index(int i, int count) {
            return this == AGAIN ? Math.floorMod(i, count) : Math.max(0, Math.min(count - 1, i));
        }
    }
}
