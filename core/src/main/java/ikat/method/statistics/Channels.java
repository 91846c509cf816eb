package ikat.method.statistics;

import ikat.image.Exemplar;
import ikat.signal.SymmetricMatrix;

/**
 * The principal axes of a picture's colours, each scaled to variance 1. Axes along which the
 * picture does not vary are left out: a grey picture has one, whichever way it is stored, and a
 * plain one has none.
 */
final class Channels {

    /** Half a level of 256, as a standard deviation. */
    private static final double LEAST_DEVIATION = 0.5 / 127.5;

    private final double[] mean;
    private final double[][] axes; // [axis][colour], as long as the deviation

    private Channels(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    static Channels of(Exemplar picture) {
        int colours = picture.channels();
        int area = picture.width() * picture.height();
        double[] mean = new double[colours];
        for (int c = 0; c < colours; c++) {
            for (int i = 0; i < area; i++) {
                mean[c] += picture.pixels()[c * area + i];
            }
            mean[c] /= area;
        }
        double[][] matrix = covariance(picture, mean);
        double[][] vectors = SymmetricMatrix.eigenvectors(matrix); // leaves the eigenvalues
        double[][] axes = new double[colours][];
        int count = 0;
        for (int axis = 0; axis < colours; axis++) {
            double deviation = Math.sqrt(Math.max(0, matrix[axis][axis]));
            if (deviation >= LEAST_DEVIATION) {
                axes[count] = new double[colours];
                for (int c = 0; c < colours; c++) {
                    axes[count][c] = deviation * vectors[c][axis];
                }
                count++;
            }
        }
        return new Channels(mean, java.util.Arrays.copyOf(axes, count));
    }

    private static double[][] covariance(Exemplar picture, double[] mean) {
        int colours = mean.length;
        int area = picture.width() * picture.height();
        double[][] covariance = new double[colours][colours];
        for (int a = 0; a < colours; a++) {
            for (int b = 0; b < colours; b++) {
                double sum = 0;
                for (int i = 0; i < area; i++) {
                    double one = picture.pixels()[a * area + i] - mean[a];
                    sum += one * (picture.pixels()[b * area + i] - mean[b]);
                }
                covariance[a][b] = sum / area;
            }
        }
        return covariance;
    }

    int count() {
        return axes.length;
    }

    /** The coordinates of a picture along the axes, {@code [axis][pixel]}. */
    double[][] split(Exemplar picture) {
        int area = picture.width() * picture.height();
        double[][] planes = new double[axes.length][area];
        for (int axis = 0; axis < axes.length; axis++) {
            double squared = 0;
            for (double part : axes[axis]) {
                squared += part * part;
            }
            for (int c = 0; c < mean.length; c++) {
                double weight = axes[axis][c] / squared;
                for (int i = 0; i < area; i++) {
                    planes[axis][i] += weight * (picture.pixels()[c * area + i] - mean[c]);
                }
            }
        }
        return planes;
    }

    /** The picture that has such coordinates, cut to [-1, 1]: its upper left part. */
    Exemplar join(double[][] planes, int planeWidth, int width, int height, String name) {
        float[] pixels = new float[mean.length * width * height];
        int next = 0;
        for (int c = 0; c < mean.length; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double value = mean[c];
                    for (int axis = 0; axis < axes.length; axis++) {
                        value += axes[axis][c] * planes[axis][y * planeWidth + x];
                    }
                    pixels[next++] = (float) Math.max(-1, Math.min(1, value));
                }
            }
        }
        return Exemplar.made(name, mean.length, width, height, pixels);
    }
}
