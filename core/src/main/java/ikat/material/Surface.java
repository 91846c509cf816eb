package ikat.material;

import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.signal.Plane;
import java.util.function.IntUnaryOperator;

/**
 * Numbers of pixels whose neighbours beyond an edge are those at the other one where the picture
 * joins itself, and mirrored otherwise: what is computed from neighbours then joins, too.
 */
final class Surface {

    /** An edge joins if it differs by no more than this, times the roughest line inside. */
    private static final double ROUGHER = 1.1;

    private final Plane plane;
    private final Wraps wraps;

    Surface(Plane plane, Wraps wraps) {
        this.plane = plane;
        this.wraps = wraps;
    }

    /** The edges at which a picture joins itself, as far as neighbours tell. */
    static Wraps joined(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        double[] columns = new double[width]; // differences from each to the next, around
        double[] rows = new double[height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] += Math.abs(plane.at(x, y) - plane.at((x + 1) % width, y));
                rows[y] += Math.abs(plane.at(x, y) - plane.at(x, (y + 1) % height));
            }
        }
        return new Wraps(joins(columns), joins(rows));
    }

    private static boolean joins(double[] differences) {
        int edge = differences.length - 1;
        double roughest = 0;
        for (int line = 0; line < edge; line++) {
            roughest = Math.max(roughest, differences[line]);
        }
        return differences[edge] <= ROUGHER * roughest;
    }

    Plane plane() {
        return plane;
    }

    /** The column of a pixel that may lie beyond the edges. */
    int column(int x) {
        return folded(x, plane.width(), wraps.across());
    }

    /** The row of a pixel that may lie beyond the edges. */
    int row(int y) {
        return folded(y, plane.height(), wraps.down());
    }

    private static int folded(int place, int size, boolean wraps) {
        if (place >= 0 && place < size) {
            return place;
        }
        if (wraps) {
            return Math.floorMod(place, size);
        }
        int within = Math.floorMod(place, 2 * size);
        return within < size ? within : 2 * size - 1 - within;
    }

    /** The number of a pixel that may lie beyond the edges. */
    float at(int x, int y) {
        return plane.at(column(x), row(y));
    }

    /**
     * The numbers under weights 1 4 6 4 1 in both directions, at distances of {@code step} pixels:
     * the à trous algorithm (Holschneider et al. 1989), whose levels lose no pixels.
     */
    Surface blurred(int step, Workers workers) {
        int width = plane.width();
        int height = plane.height();
        float[] rows = new float[width * height];
        weigh(plane.values(), rows, step, true, workers);
        float[] both = new float[width * height];
        weigh(rows, both, step, false, workers);
        return new Surface(new Plane(width, height, both), wraps);
    }

    private void weigh(float[] in, float[] out, int step, boolean across, Workers workers) {
        int width = plane.width();
        IntUnaryOperator fold = across ? this::column : this::row;
        workers.each(
                plane.height(),
                y -> {
                    for (int x = 0; x < width; x++) {
                        int place = across ? x : y;
                        double sum = 6.0 * in[y * width + x];
                        for (int side = -2; side <= 2; side++) {
                            if (side != 0) {
                                int other = fold.applyAsInt(place + side * step);
                                int at = across ? y * width + other : other * width + x;
                                sum += (side % 2 == 0 ? 1 : 4) * in[at];
                            }
                        }
                        out[y * width + x] = (float) (sum / 16);
                    }
                });
    }
}
