package ikat.lab.statistics;

/**
 * A filter of 7x7 samples that is symmetric under rotation by 180°, so that its frequency response
 * is real.
 */
final class SmallFilter {

    private static final int REACH = Autocorrelation.REACH;
    private static final int SIDE = 2 * REACH + 1;

    private final double[] samples;

    SmallFilter(double[] samples) {
        this.samples = samples;
    }

    /** The frequency response, row-major in the order of a plane's spectrum. */
    double[] response(int width, int height) {
        double[][] cosines = turns(width, true);
        double[][] sines = turns(width, false);
        double[] response = new double[width * height];
        double[] even = new double[REACH + 1];
        double[] odd = new double[REACH + 1];
        for (int v = 0; v < height; v++) {
            for (int dx = 0; dx <= REACH; dx++) {
                even[dx] = 0;
                odd[dx] = 0;
                for (int dy = -REACH; dy <= REACH; dy++) {
                    double angle = 2 * Math.PI * v * dy / height;
                    double sample = samples[(dy + REACH) * SIDE + dx + REACH];
                    // the two symmetric halves contribute the same
                    double weight = dx == 0 ? sample : 2 * sample;
                    even[dx] += weight * Math.cos(angle);
                    odd[dx] += weight * Math.sin(angle);
                }
            }
            for (int u = 0; u < width; u++) {
                double sum = 0;
                for (int dx = 0; dx <= REACH; dx++) {
                    sum += even[dx] * cosines[dx][u] - odd[dx] * sines[dx][u];
                }
                response[v * width + u] = sum;
            }
        }
        return response;
    }

    private static double[][] turns(int length, boolean cosine) {
        double[][] turns = new double[REACH + 1][length];
        for (int d = 0; d <= REACH; d++) {
            for (int u = 0; u < length; u++) {
                double angle = 2 * Math.PI * u * d / length;
                turns[d][u] = cosine ? Math.cos(angle) : Math.sin(angle);
            }
        }
        return turns;
    }
}
