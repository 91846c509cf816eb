package ikat.lab.statistics;

import ikat.image.Exemplar;
import ikat.signal.SymmetricMatrix;
import java.util.Arrays;

/**
 * Principal axes of a picture's colours, each scaled to variance 1. Axes along which the picture
 * does not vary are omitted, but at least one axis is kept.
 */
public final class Channels {

    /** Half a level of 256, as a standard deviation. */
    private static final double LEAST_DEVIATION = 0.5 / 127.5;

    private final double[] mean;
    private final double[][] axes; // [axis][colour], of the standard deviation's length

    private Channels(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /** Computes the axes of colours {@code [colour][pixel]}. */
    public static Channels of(double[][] colours) {
        double[] mean = new double[colours.length];
        for (int c = 0; c < colours.length; c++) {
            mean[c] = Rows.mean(colours[c]);
        }
        double[][] matrix = covariance(colours, mean);
        double[][] vectors = SymmetricMatrix.eigenvectors(matrix); // diagonalises it in place
        double largest = 0;
        for (int axis = 0; axis < matrix.length; axis++) {
            largest = Math.max(largest, matrix[axis][axis]);
        }
        double[][] axes = new double[colours.length][];
        int count = 0;
        for (int axis = 0; axis < colours.length; axis++) {
            double deviation = Math.sqrt(Math.max(0, matrix[axis][axis]));
            boolean first = count == 0 && matrix[axis][axis] == largest;
            if (deviation >= LEAST_DEVIATION || first) {
                axes[count++] = axis(vectors, axis, Math.max(deviation, LEAST_DEVIATION));
            }
        }
        return new Channels(mean, Arrays.copyOf(axes, count));
    }

    private static double[] axis(double[][] vectors, int axis, double length) {
        double[] scaled = new double[vectors.length];
        for (int c = 0; c < vectors.length; c++) {
            scaled[c] = length * vectors[c][axis];
        }
        return scaled;
    }

    private static double[][] covariance(double[][] colours, double[] mean) {
        int area = colours[0].length;
        double[][] covariance = new double[mean.length][mean.length];
        for (int a = 0; a < mean.length; a++) {
            for (int b = 0; b < mean.length; b++) {
                double sum = 0;
                for (int i = 0; i < area; i++) {
                    sum += (colours[a][i] - mean[a]) * (colours[b][i] - mean[b]);
                }
                covariance[a][b] = sum / area;
            }
        }
        return covariance;
    }

    /** Number of axes. */
    public int count() {
        return axes.length;
    }

    /** The colours of a picture, {@code [colour][pixel]}. */
    public static double[][] colours(Exemplar picture) {
        int area = picture.width() * picture.height();
        double[][] colours = new double[picture.channels()][area];
        for (int i = 0; i < area * picture.channels(); i++) {
            colours[i / area][i % area] = picture.pixels()[i];
        }
        return colours;
    }

    /** The coordinates of colours along the axes, {@code [axis][pixel]}. */
    public double[][] split(double[][] colours) {
        int area = colours[0].length;
        double[][] planes = new double[axes.length][area];
        for (int axis = 0; axis < axes.length; axis++) {
            double squared = 0;
            for (double part : axes[axis]) {
                squared += part * part;
            }
            for (int c = 0; c < mean.length; c++) {
                double weight = axes[axis][c] / squared;
                for (int i = 0; i < area; i++) {
                    planes[axis][i] += weight * (colours[c][i] - mean[c]);
                }
            }
        }
        return planes;
    }

    /** The colours with these coordinates, {@code [colour][pixel]}. */
    public double[][] join(double[][] planes) {
        int area = planes[0].length;
        double[][] colours = new double[mean.length][area];
        for (int c = 0; c < mean.length; c++) {
            Arrays.fill(colours[c], mean[c]);
            for (int axis = 0; axis < axes.length; axis++) {
                for (int i = 0; i < area; i++) {
                    colours[c][i] += axes[axis][c] * planes[axis][i];
                }
            }
        }
        return colours;
    }
}
