package ikat.score;

import ikat.analysis.Opponents;
import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.ComplexPlane;
import ikat.signal.Plane;
import ikat.signal.PlaneFourier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What hangs on a picture's pixel grid at the periods of a generator's strides (Odena et al. 2016):
 * the power at whole multiples of 1/p cycles per pixel, as far as it stands out of the frequencies
 * around, for p = 2, 4, 8, 16, 32. Measured of brightness and colours, and of the contrast of their
 * finest detail, which shows a mesh that is now bright, now dark.
 */
final class Checkerboard {

    /** The periods in pixels. */
    static final int[] PERIODS = {2, 4, 8, 16, 32};

    private static final int COARSEST = 32;

    /** Brightness and two colour differences, each with the contrast of its detail. */
    private static final int PLANES = 6;

    private static final int LARGEST = 512;

    /** Bins from the grid's frequency to those that it is compared with. */
    private static final int FROM = 3;

    private static final int TO = 5;

    private final List<double[]> own; // [plane][multiples]: the exemplar's power about each
    private final double[] ownLevels;

    /**
     * @param exemplar in three channels, at least 64 pixels a side; what stands out of it near a
     *     grid's frequency, such as a lattice's peak, is no fault in another picture
     */
    Checkerboard(Exemplar exemplar) {
        List<double[]> nothing = Collections.nCopies(PLANES, new double[COARSEST * COARSEST]);
        ownLevels = levels(exemplar, nothing);
        own = new ArrayList<>();
        for (Plane plane : planes(exemplar)) {
            own.add(strongest(plane));
        }
    }

    /** Of the exemplar itself. */
    double[] ownLevels() {
        return ownLevels.clone();
    }

    /**
     * Root mean square of what hangs on the grid at each of the periods but not at a shorter one,
     * in levels of 255.
     *
     * @param picture in three channels, at least 64 pixels a side
     */
    double[] levels(Exemplar picture) {
        return levels(picture, own);
    }

    private static double[] levels(Exemplar picture, List<double[]> forgiven) {
        double[] variances = new double[PERIODS.length];
        List<Plane> planes = planes(picture);
        for (int i = 0; i < planes.size(); i++) {
            add(planes.get(i), forgiven.get(i), variances);
        }
        double[] levels = new double[variances.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.sqrt(variances[i]) / Levels.ONE;
        }
        return levels;
    }

    private static List<Plane> planes(Exemplar picture) {
        int width = Math.min(LARGEST, picture.width()) / COARSEST * COARSEST;
        int height = Math.min(LARGEST, picture.height()) / COARSEST * COARSEST;
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : Opponents.of(picture, 0, 0, width, height)) {
            planes.add(plane);
            planes.add(contrast(plane));
        }
        return planes;
    }

    /** The greatest power nearby each of the grid's frequencies. */
    private static double[] strongest(Plane plane) {
        double[] power = power(plane);
        double[] strongest = new double[COARSEST * COARSEST];
        for (int j = 0; j < COARSEST; j++) {
            for (int i = 0; i < COARSEST; i++) {
                int u = i * plane.width() / COARSEST;
                int v = j * plane.height() / COARSEST;
                double most = 0;
                for (int dv = 1 - FROM; dv < FROM; dv++) {
                    for (int du = 1 - FROM; du < FROM; du++) {
                        most =
                                Math.max(
                                        most,
                                        at(power, plane.width(), plane.height(), u + du, v + dv));
                    }
                }
                strongest[j * COARSEST + i] = most;
            }
        }
        return strongest;
    }

    private static Plane contrast(Plane plane) {
        float[] detail = plane.minus(Binomial.blurred(plane)).values();
        for (int i = 0; i < detail.length; i++) {
            detail[i] = Math.abs(detail[i]);
        }
        return new Plane(plane.width(), plane.height(), detail);
    }

    private static void add(Plane plane, double[] forgiven, double[] variances) {
        int width = plane.width();
        int height = plane.height();
        double[] power = power(plane);
        for (int j = 0; j < COARSEST; j++) {
            for (int i = 0; i < COARSEST; i++) {
                if (i + j > 0) {
                    int u = i * width / COARSEST;
                    int v = j * height / COARSEST;
                    double most =
                            Math.max(
                                    forgiven[j * COARSEST + i],
                                    strongestAround(power, width, height, u, v));
                    variances[period(i | j)] += Math.max(0, at(power, width, height, u, v) - most);
                }
            }
        }
    }

    /** Multiples of 1/32 with so many factors of two in common belong to a shorter period. */
    private static int period(int multiples) {
        return PERIODS.length - 1 - Integer.numberOfTrailingZeros(multiples);
    }

    /** Power, so scaled that a sine's two peaks add up to its variance, under a Hann window. */
    private static double[] power(Plane plane) {
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
        double[] power = spectrum.magnitudes();
        double scale = 1.0 / ((double) width * height);
        for (int i = 0; i < power.length; i++) {
            power[i] = power[i] * scale * power[i] * scale;
        }
        return power;
    }

    /** A lattice's peak nearby is no checkerboard: a grid's frequency must stand out of all. */
    private static double strongestAround(double[] power, int width, int height, int u, int v) {
        double most = 0;
        for (int dv = -TO; dv <= TO; dv++) {
            for (int du = -TO; du <= TO; du++) {
                if (Math.max(Math.abs(du), Math.abs(dv)) >= FROM) {
                    most = Math.max(most, at(power, width, height, u + du, v + dv));
                }
            }
        }
        return most;
    }

    private static double at(double[] power, int width, int height, int u, int v) {
        return power[Math.floorMod(v, height) * width + Math.floorMod(u, width)];
    }
}
