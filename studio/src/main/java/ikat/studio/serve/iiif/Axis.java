package ikat.studio.serve.iiif;

/**
 * Which pixels of a level make which pixel of an image along one axis: where it is smaller, the
 * mean of all that a pixel covers; where it is larger, a straight line between the two nearest.
 * Nothing outside the interval is read.
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
