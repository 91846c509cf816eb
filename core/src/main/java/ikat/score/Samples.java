package ikat.score;

import ikat.signal.Plane;

/**
 * Numbers at the pixels of a band without its border, where a circular transform joins opposite
 * edges.
 *
 * @param width columns
 * @param height rows
 * @param values row-major
 */
record Samples(int width, int height, double[] values) {

    /** Part of the side left out at each edge. */
    private static final int BORDER = 16;

    /**
     * @param values row-major {@code [height, width]}, with the border
     */
    static Samples inside(int width, int height, double[] values) {
        int left = Math.max(1, width / BORDER);
        int top = Math.max(1, height / BORDER);
        int columns = width - 2 * left;
        int rows = height - 2 * top;
        double[] inner = new double[columns * rows];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(values, (top + y) * width + left, inner, y * columns, columns);
        }
        return new Samples(columns, rows, inner);
    }

    static Samples of(Plane plane) {
        return inside(plane.width(), plane.height(), plane.doubles());
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Mean of a power of the distance from the mean. */
    double moment(int power) {
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            double distance = value - mean;
            double raised = distance * distance;
            for (int i = 2; i < power; i++) {
                raised *= distance;
            }
            sum += raised;
        }
        return sum / values.length;
    }

    /** These samples scaled to mean 0 and variance 1; all 0 if all are equal. */
    Samples normalised() {
        double mean = mean();
        double deviation = Math.sqrt(moment(2));
        double[] out = new double[values.length];
        if (deviation > 1e-9) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (values[i] - mean) / deviation;
            }
        }
        return new Samples(width, height, out);
    }

    /**
     * Mean product with other samples at the same places: the correlation if both are normalised.
     */
    double product(Samples other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum / values.length;
    }

    /** Mean product with itself, shifted. */
    double product(int right, int down) {
        double sum = 0;
        int from = Math.max(0, -right);
        int to = Math.min(width, width - right);
        for (int y = 0; y < height - down; y++) {
            for (int x = from; x < to; x++) {
                sum += values[y * width + x] * values[(y + down) * width + x + right];
            }
        }
        return sum / ((to - from) * (double) (height - down));
    }
}
