package ikat.signal;

import java.util.Arrays;
import java.util.List;

/** The masks of one scale of a steerable pyramid, over the spectrum of its low-pass plane. */
final class SteerableScale {

    /**
     * Bands end, and the next scale begins, between a quarter and half of the highest frequency.
     */
    private static final double CUT = 0.5;

    private final int width;
    private final int height;
    private final PlaneFourier coarserFourier;
    private final double[] low;
    private final double[][] bands;
    private final int quarterTurns;

    SteerableScale(int width, int height, int orientations) {
        this.width = width;
        this.height = height;
        coarserFourier = new PlaneFourier(width / 2, height / 2);
        quarterTurns = (orientations - 1) % 4;
        low = new double[width * height];
        bands = new double[orientations][width * height];
        Frequencies frequencies = new Frequencies(width, height);
        double peak = 2 * angularPeak(orientations);
        for (int i = 0; i < low.length; i++) {
            double radius = frequencies.radius(i);
            low[i] = Frequencies.below(radius, CUT);
            double above = Frequencies.above(radius, CUT);
            if (above > 0) {
                double angle = Math.atan2(frequencies.fy(i), frequencies.fx(i));
                for (int k = 0; k < orientations; k++) {
                    double cosine = Math.cos(angle - Math.PI * k / orientations);
                    bands[k][i] =
                            cosine <= 0 ? 0 : above * peak * Math.pow(cosine, orientations - 1);
                }
            }
        }
    }

    /** Height of cos^(K-1) for which the squares of all K orientations sum up to 1. */
    private static double angularPeak(int orientations) {
        double squared = 1.0 / orientations;
        for (int i = 1; i < orientations; i++) {
            squared *= 4.0 * i / (orientations - 1 + i); // 4^(K-1) (K-1)!² / (2K-2)!
        }
        return Math.sqrt(squared);
    }

    PlaneFourier coarserFourier() {
        return coarserFourier;
    }

    ComplexPlane bandSpectrum(int orientation, ComplexPlane lowSpectrum) {
        return turned(Frequencies.masked(lowSpectrum, bands[orientation]), 4 - quarterTurns);
    }

    /** The spectrum of a complex band from that of its real part. */
    ComplexPlane analytic(int orientation, ComplexPlane realSpectrum) {
        ComplexPlane analytic = new ComplexPlane(width, height);
        double[] mask = bands[orientation];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] > 0) {
                analytic.real()[i] = 2 * realSpectrum.real()[i];
                analytic.imaginary()[i] = 2 * realSpectrum.imaginary()[i];
            }
        }
        return analytic;
    }

    /** A plane times i to the power of {@code turns}. */
    private static ComplexPlane turned(ComplexPlane plane, int turns) {
        ComplexPlane turned = plane;
        for (int turn = 0; turn < turns % 4; turn++) {
            double[] real = Arrays.stream(turned.imaginary()).map(part -> -part).toArray();
            turned = new ComplexPlane(plane.width(), plane.height(), real, turned.real());
        }
        return turned;
    }

    ComplexPlane coarser(ComplexPlane lowSpectrum) {
        int columns = width / 2;
        int rows = height / 2;
        ComplexPlane coarser = new ComplexPlane(columns, rows);
        for (int v = 0; v < rows; v++) {
            for (int u = 0; u < columns; u++) {
                int from = fineBin(u, v);
                coarser.real()[v * columns + u] = 0.5 * low[from] * lowSpectrum.real()[from];
                coarser.imaginary()[v * columns + u] =
                        0.5 * low[from] * lowSpectrum.imaginary()[from];
            }
        }
        return coarser;
    }

    /** The bin of this scale with the frequency of a bin of the next. */
    private int fineBin(int u, int v) {
        int x = Math.floorMod(Frequencies.signed(u, width / 2), width);
        int y = Math.floorMod(Frequencies.signed(v, height / 2), height);
        return y * width + x;
    }

    ComplexPlane combine(List<ComplexPlane> bandSpectra, ComplexPlane coarser) {
        ComplexPlane sum = new ComplexPlane(width, height);
        for (int k = 0; k < bands.length; k++) {
            add(sum, turned(bandSpectra.get(k), quarterTurns), bands[k]);
        }
        ComplexPlane symmetric = symmetric(sum);
        int columns = width / 2;
        for (int v = 0; v < height / 2; v++) {
            for (int u = 0; u < columns; u++) {
                int to = fineBin(u, v);
                symmetric.real()[to] += 2 * low[to] * coarser.real()[v * columns + u];
                symmetric.imaginary()[to] += 2 * low[to] * coarser.imaginary()[v * columns + u];
            }
        }
        return symmetric;
    }

    private static void add(ComplexPlane sum, ComplexPlane spectrum, double[] mask) {
        for (int i = 0; i < mask.length; i++) {
            sum.real()[i] += mask[i] * spectrum.real()[i];
            sum.imaginary()[i] += mask[i] * spectrum.imaginary()[i];
        }
    }

    /** The spectrum of the real part: the masks of bands cover half of the frequencies. */
    private ComplexPlane symmetric(ComplexPlane spectrum) {
        ComplexPlane symmetric = new ComplexPlane(width, height);
        for (int v = 0; v < height; v++) {
            int row = v * width;
            int opposite = (height - v) % height * width;
            for (int u = 0; u < width; u++) {
                int there = opposite + (width - u) % width;
                symmetric.real()[row + u] = (spectrum.real()[row + u] + spectrum.real()[there]) / 2;
                symmetric.imaginary()[row + u] =
                        (spectrum.imaginary()[row + u] - spectrum.imaginary()[there]) / 2;
            }
        }
        return symmetric;
    }
}
