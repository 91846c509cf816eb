package ikat.score;

import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of square crops of a picture: roots of the means of maps over them. Maps are summed over
 * blocks once, a quarter of a crop wide, from which crops at every block are put together.
 */
final class CropFeatures {

    /** Blocks along a crop. */
    private static final int BLOCKS = 4;

    /**
     * A rectangle in shares of the picture's sides.
     *
     * @param left from 0 to 1
     * @param top from 0 to 1
     * @param right from 0 to 1
     * @param bottom from 0 to 1
     */
    record Part(double left, double top, double right, double bottom) {

        static final Part ALL = new Part(0, 0, 1, 1);
        static final Part LEFT = new Part(0, 0, 0.5, 1);
        static final Part RIGHT = new Part(0.5, 0, 1, 1);
        static final Part TOP = new Part(0, 0, 1, 0.5);
        static final Part BOTTOM = new Part(0, 0.5, 1, 1);

        /** What {@code inner} is of this part. */
        Part within(Part inner) {
            double across = right - left;
            double down = bottom - top;
            return new Part(
                    left + inner.left * across,
                    top + inner.top * down,
                    left + inner.right * across,
                    top + inner.bottom * down);
        }
    }

    private interface Feature {

        /** The feature of the crop whose first block is in a column and row. */
        double of(int column, int row);
    }

    private final int block;
    private final int columns;
    private final int rows;
    private final List<Feature> features = new ArrayList<>();

    /**
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @param side of a crop in pixels, divisible by 4
     */
    CropFeatures(int width, int height, int side) {
        block = side / BLOCKS;
        columns = width / block;
        rows = height / block;
    }

    /** Whether a block has points of a map with one for each 2^octave pixels. */
    boolean resolves(int octave) {
        return block >> octave > 0;
    }

    /** Pixels along a block. */
    int block() {
        return block;
    }

    /** Number of features. */
    int size() {
        return features.size();
    }

    /**
     * Adds a map of the whole picture.
     *
     * @param octave the map has a point for each 2^octave pixels
     * @param degree number of amplitudes that are multiplied in the map; the feature is this root
     *     of the mean, so that all features are amplitudes
     */
    void add(Plane map, int octave, int degree) {
        addBlocks(means(map, octave), degree);
    }

    /** Adds a map of which the means over the blocks are given, row by row. */
    void addBlocks(double[] means, int degree) {
        features.add(
                (column, row) -> {
                    double mean = mean(means, column, row);
                    return Math.copySign(Math.pow(Math.abs(mean), 1.0 / degree), mean);
                });
    }

    /** Adds the amplitude of a wave: the magnitude of the mean of a complex map. */
    void addWave(Plane real, Plane imaginary) {
        double[] re = means(real, 0);
        double[] im = means(imaginary, 0);
        features.add((column, row) -> Math.hypot(mean(re, column, row), mean(im, column, row)));
    }

    /** The features of the crops in a part of the picture, {@code [crops][features]}. */
    double[][] crops(Part part) {
        List<double[]> crops = new ArrayList<>();
        for (int row = blocks(part.top, rows); row + BLOCKS <= blocks(part.bottom, rows); row++) {
            for (int column = blocks(part.left, columns);
                    column + BLOCKS <= blocks(part.right, columns);
                    column++) {
                double[] crop = new double[features.size()];
                for (int i = 0; i < crop.length; i++) {
                    crop[i] = features.get(i).of(column, row);
                }
                crops.add(crop);
            }
        }
        return crops.toArray(double[][]::new);
    }

    private static int blocks(double share, int all) {
        return (int) Math.round(share * all);
    }

    private double[] means(Plane map, int octave) {
        int points = block >> octave;
        double[] means = new double[columns * rows];
        for (int i = 0; i < means.length; i++) {
            int left = Math.min(i % columns * points, map.width() - points);
            int top = Math.min(i / columns * points, map.height() - points);
            double sum = 0;
            for (int y = top; y < top + points; y++) {
                for (int x = left; x < left + points; x++) {
                    sum += map.at(x, y);
                }
            }
            means[i] = sum / (points * points);
        }
        return means;
    }

    private double mean(double[] means, int column, int row) {
        double sum = 0;
        for (int y = row; y < row + BLOCKS; y++) {
            for (int x = column; x < column + BLOCKS; x++) {
                sum += means[y * columns + x];
            }
        }
        return sum / (BLOCKS * BLOCKS);
    }
}
