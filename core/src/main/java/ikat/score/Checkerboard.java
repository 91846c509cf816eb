package ikat.score;

import ikat.analysis.Opponents;
import ikat.image.Exemplar;
import ikat.signal.Binomial;
import ikat.signal.Plane;
import java.util.ArrayList;
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

    private static final int LARGEST = 512;

    /**
     * Two parts of one texture differ: a peak counts from so many times the exemplar's power on,
     * one and a half times its contrast.
     */
    private static final double FORGIVEN = 2.25;

    /** Bins from the grid's frequency to those that it is compared with. */
    private static final int FROM = 3;

    private static final int TO = 5;

    private final List<double[]> own; // [plane][multiples]: what another picture may have at each

    /**
     * @param exemplar in three channels, at least 64 pixels a side; what stands out of it near a
     *     grid's frequency, such as a lattice's peak, is no fault in another picture
     */
    Checkerboard(Exemplar exemplar) {
        own = powers(exemplar).stream().map(Checkerboard::forgiven).toList();
    }

    /**
     * Root mean square of what hangs on the grid at each of the periods but not at a shorter one,
     * in levels of 255, beyond what the exemplar excuses.
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
            levels[i] = Math.sqrt(variances[i]) / Levels.ONE;
        }
        return levels;
    }

    private static List<Power> powers(Exemplar picture) {
        int width = Math.min(LARGEST, picture.width()) / COARSEST * COARSEST;
        int height = Math.min(LARGEST, picture.height()) / COARSEST * COARSEST;
        List<Power> powers = new ArrayList<>();
        for (Plane plane : Opponents.of(picture, 0, 0, width, height)) {
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

    /** A lattice's peak nearby is no checkerboard: a grid's frequency must stand out of all. */
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

    /** Multiples of 1/32 with so many factors of two in common belong to a shorter period. */
    private static int period(int multiples) {
        return PERIODS.length - 1 - Integer.numberOfTrailingZeros(multiples);
    }
}
