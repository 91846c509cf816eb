package ikat.lab.blending;

import ikat.image.Exemplar;
import ikat.lab.statistics.Channels;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plane is blended from: the exemplar along its principal colours, each as a normal
 * distribution. Thread-safe.
 */
final class NoiseSource {

    /** Edges of triangles along the exemplar's shorter side (the authors' choice). */
    private static final double EDGES = 2 * Math.sqrt(3);

    private final int channels;
    private final int width;
    private final Channels axes;
    private final TriangleGrid grid;
    private final int exponent;
    private final List<GaussianTransform> transforms = new ArrayList<>();
    private final int centresAcross;
    private final int centresDown;

    /**
     * Prepares an exemplar.
     *
     * @param exponent of the weights of the tiles, at least 1
     */
    NoiseSource(Exemplar exemplar, int exponent) {
        channels = exemplar.channels();
        width = exemplar.width();
        this.exponent = exponent;
        double[][] colours = Channels.colours(exemplar);
        axes = Channels.of(colours);
        for (double[] plane : axes.split(colours)) {
            transforms.add(new GaussianTransform(plane, width));
        }
        grid = new TriangleGrid(Math.min(width, exemplar.height()) / EDGES);
        centresAcross = width - 2 * grid.reachAcross();
        centresDown = exemplar.height() - 2 * grid.reachDown();
    }

    int channels() {
        return channels;
    }

    Channels axes() {
        return axes;
    }

    TriangleGrid grid() {
        return grid;
    }

    /** The exemplar along an axis as a normal distribution, {@code [height * width]}. */
    float[] gaussian(int axis) {
        return transforms.get(axis).gaussian();
    }

    /** The exemplar's value along an axis for a number of the normal distribution. */
    double value(int axis, double normal) {
        return transforms.get(axis).value(normal);
    }

    /** The weight of a tile, sharpened. */
    double sharpened(double weight) {
        double power = weight;
        for (int i = 1; i < exponent; i++) {
            power *= weight;
        }
        return power;
    }

    /**
     * The pixel of the exemplar beside the centre of a tile, which lies so that the tile is whole.
     *
     * @param random of the tile
     */
    int pixel(long random, int dx, int dy) {
        int x = grid.reachAcross() + (int) ((random >>> 32) * centresAcross >>> 32);
        int y = grid.reachDown() + (int) ((random & 0xFFFFFFFFL) * centresDown >>> 32);
        return (y + dy) * width + x + dx;
    }
}
