package ikat.score;

import ikat.analysis.ColourDirections;
import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;
import java.util.ArrayList;
import java.util.List;

/**
 * Checkerboard artefacts at the periods of a generator's strides (Odena et al. 2016): the power at
 * multiples of 1/p cycles per pixel above that of the frequencies around, for p = 2, 4, 8, 16, 32.
 * Measured on brightness and colours, and on the contrast of their finest detail, which shows a
 * mesh of alternating sign.
 */
final class Checkerboard {

    /** The periods in pixels. */
    static final int[] PERIODS = {2, 4, 8, 16, 32};

    private static final int COARSEST = 32;

    private static final int LARGEST = 512;

    /**
     * Parts of one texture differ: a peak counts from this multiple of the exemplar's power, one
     * and a half times its contrast.
     */
    private static final double FORGIVEN = 2.25;

    /** Bins from a frequency of the grid to those it is compared with. */
    private static final int FROM = 3;

    private static final int TO = 5;

    private final List<double[]> own; // [plane][multiple], power allowed in another picture

    /**
     * @param exemplar in three channels, at least 64 pixels a side; what it has near a frequency of
     *     the grid, such as a peak of its lattice, is not a fault in another picture
     */
    Checkerboard(Exemplar exemplar) {
        own = powers(exemplar).stream().map(Checkerboard::forgiven).toList();
    }

    /**
     * Root mean square of the artefacts at each of the periods but not at a shorter one, in levels
     * of 255, beyond those of the exemplar.
     *
     * @param picture in three channels, at least 64 pixels a side
     */
    double[] levels(Exemplar picture) {
        double[] variances = new double[PERIODS.length];
        List<Power> powers = powers(picture);
        for (int i = 0; i < powers.size(); i++) {
            add(powers.get(i), own.get(i), variances);
        }
        double[] levels = new double[variances.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.sqrt(variances[i]) / Statistic.LEVEL;
        }
        return levels;
    }

    private static List<Power> powers(Exemplar picture) {
        int width = Math.min(LARGEST, picture.width()) / COARSEST * COARSEST;
        int height = Math.min(LARGEST, picture.height()) / COARSEST * COARSEST;
        List<Power> powers = new ArrayList<>();
        for (Plane plane : ColourDirections.opponents(picture, 0, 0, width, height)) {
            powers.add(Power.of(plane));
            powers.add(Power.of(contrast(plane)));
        }
        return powers;
    }

    /** By the greatest power nearby each of the grid's frequencies. */
    private static double[] forgiven(Power power) {
        double[] forgiven = new double[COARSEST * COARSEST];
        for (int j = 0; j < COARSEST; j++) {
            for (int i = 0; i < COARSEST; i++) {
                int u = i * power.width() / COARSEST;
                int v = j * power.height() / COARSEST;
                forgiven[j * COARSEST + i] = FORGIVEN * power.strongest(u, v, 0, FROM - 1);
            }
        }
        return forgiven;
    }

    private static Plane contrast(Plane plane) {
        float[] detail = plane.minus(Binomial.blurred(plane)).values();
        for (int i = 0; i < detail.length; i++) {
            detail[i] = Math.abs(detail[i]);
        }
        return new Plane(plane.width(), plane.height(), detail);
    }

    /**
     * A nearby peak of a lattice is not a fault: a frequency of the grid must exceed all around.
     */
    private static void add(Power power, double[] forgiven, double[] variances) {
        for (int j = 0; j < COARSEST; j++) {
            for (int i = 0; i < COARSEST; i++) {
                if (i + j > 0) {
                    int u = i * power.width() / COARSEST;
                    int v = j * power.height() / COARSEST;
                    double around = power.strongest(u, v, FROM, TO);
                    double most = Math.max(forgiven[j * COARSEST + i], around);
                    variances[period(i | j)] += Math.max(0, power.at(u, v) - most);
                }
            }
        }
    }

    /** Multiples of 1/32 with common factors of two belong to a shorter period. */
    private static int period(int multiples) {
        return PERIODS.length - 1 - Integer.numberOfTrailingZeros(multiples);
    }

    /**
     * The power spectrum of a plane under a Hann window.
     *
     * @param width columns
     * @param height rows
     * @param values row-major, scaled so that a sine's two peaks sum to its variance
     */
    private record Power(int width, int height, double[] values) {

        static Power of(Plane plane) {
            int width = plane.width();
            int height = plane.height();
            double mean = plane.mean();
            double[] windowed = new double[width * height];
            for (int y = 0; y < height; y++) {
                double down = 1 - Math.cos(2 * Math.PI * (y + 0.5) / height);
                for (int x = 0; x < width; x++) {
                    double across = 1 - Math.cos(2 * Math.PI * (x + 0.5) / width);
                    windowed[y * width + x] = (float) ((plane.at(x, y) - mean) * across * down);
                }
            }
            double[] values = new PlaneFourier(width, height).forward(windowed).magnitudes();
            double scale = 1.0 / ((double) width * height);
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] * scale * values[i] * scale;
            }
            return new Power(width, height, values);
        }

        /** At column {@code u} and row {@code v} of the spectrum, which is periodic. */
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
}
