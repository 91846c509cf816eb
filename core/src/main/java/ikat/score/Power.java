package ikat.score;

import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;

/**
 * The power of a plane at each frequency, under a Hann window.
 *
 * @param width columns
 * @param height rows
 * @param values row-major, so scaled that a sine's two peaks add up to its variance
 */
record Power(int width, int height, double[] values) {

    static Power of(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        double mean = plane.mean();
        float[] windowed = new float[width * height];
        for (int y = 0; y < height; y++) {
            double down = 1 - Math.cos(2 * Math.PI * (y + 0.5) / height);
            for (int x = 0; x < width; x++) {
                double across = 1 - Math.cos(2 * Math.PI * (x + 0.5) / width);
                windowed[y * width + x] = (float) ((plane.at(x, y) - mean) * across * down);
            }
        }
        ComplexPlane spectrum =
                new PlaneFourier(width, height).forward(new Plane(width, height, windowed));
        double[] values = spectrum.magnitudes();
        double scale = 1.0 / ((double) width * height);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * scale * values[i] * scale;
        }
        return new Power(width, height, values);
    }

    /** At column {@code u} and row {@code v} of the spectrum, which goes on periodically. */
    double at(int u, int v) {
        return values[Math.floorMod(v, height) * width + Math.floorMod(u, width)];
    }

    /** The greatest of the bins that are {@code from} to {@code to} columns or rows away. */
    double strongest(int u, int v, int from, int to) {
        double most = 0;
        for (int dv = -to; dv <= to; dv++) {
            for (int du = -to; du <= to; du++) {
                if (Math.max(Math.abs(du), Math.abs(dv)) >= from) {
                    most = Math.max(most, at(u + du, v + dv));
                }
            }
        }
        return most;
    }
}
