package ikat.lab.blending;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.lab.blending.TriangleGrid.Corners;
import ikat.lab.statistics.Channels;

/**
 * The endless plane of a seed. Each pixel is a function of its place: the tiles over it are blended
 * as normal distributions, the blend is brought back to deviation 1, and the result is looked up
 * among the exemplar's values (Heitz and Neyret 2018, equation 4). Thread-safe.
 */
record BlendedPlane(NoiseSource source, long seed) implements PixelSource {

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        byte[] levels = new byte[Math.multiplyExact(region.width() * region.height(), channels())];
        for (int y = 0; y < region.height(); y++) {
            row(region, y, levels);
        }
        return levels;
    }

    private void row(PixelRegion region, int y, byte[] levels) {
        Channels axes = source.axes();
        double[][] planes = new double[axes.count()][region.width()];
        Corners corners = new Corners();
        Tiles tiles = new Tiles();
        for (int x = 0; x < region.width(); x++) {
            tiles.find(region.left() + x, region.top() + y, corners);
            for (int axis = 0; axis < planes.length; axis++) {
                planes[axis][x] = source.value(axis, tiles.blended(axis));
            }
        }
        double[][] colours = axes.join(planes);
        int next = y * region.width() * channels();
        for (int x = 0; x < region.width(); x++) {
            for (double[] colour : colours) {
                double level = Math.max(0, Math.min(255, (colour[x] + 1) * 127.5));
                levels[next++] = (byte) Math.round(level);
            }
        }
    }

    /** What lies over a pixel: where in the exemplar, and how strongly. */
    private final class Tiles {

        private final int[] pixels = new int[3];
        private final double[] weights = new double[3];

        void find(long x, long y, Corners corners) {
            TriangleGrid grid = source.grid();
            grid.find(x, y, corners);
            double squares = 0;
            for (int i = 0; i < 3; i++) {
                long column = corners.columns[i];
                long row = corners.rows[i];
                int dx = (int) (x - grid.x(column, row));
                int dy = (int) (y - grid.y(row));
                pixels[i] = source.pixel(hash(column, row), dx, dy);
                weights[i] = source.sharpened(corners.weights[i]);
                squares += weights[i] * weights[i];
            }
            for (int i = 0; i < 3; i++) {
                weights[i] /= Math.sqrt(squares);
            }
        }

        double blended(int axis) {
            float[] gaussian = source.gaussian(axis);
            return weights[0] * gaussian[pixels[0]]
                    + weights[1] * gaussian[pixels[1]]
                    + weights[2] * gaussian[pixels[2]];
        }

        /** A random number of a corner, by the finaliser of SplitMix64 (Steele et al. 2014). */
        private long hash(long column, long row) {
            return mix(mix(mix(seed) ^ column) ^ row);
        }

        private static long mix(long value) {
            long z = value + 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }
    }
}
