package ikat.score;

import ikat.analysis.Spectrum;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * The logarithm of the power spectrum in rings of half an octave, each cut into six sectors, of
 * brightness and the two colour differences.
 */
final class SpectrumStatistic implements Statistic {

    private static final double RINGS_AN_OCTAVE = 2;
    private static final double LOWEST = 1 / 64.0; // cycles per pixel; slower waves are too few
    private static final int RINGS = (int) (RINGS_AN_OCTAVE * 5);
    private static final int SECTORS = 6;
    private static final String[] AXES = {"brightness", "red-green", "blue-yellow"};

    /** Half a decibel. */
    private static final double TOLERANCE = 0.115;

    /** Power of white noise of one level, which is invisible. */
    private static final double UNSEEN = LEVEL * LEVEL;

    @Override
    public List<Part> parts(Swatch swatch) {
        List<Part> parts = new ArrayList<>();
        for (int axis = 0; axis < AXES.length; axis++) {
            parts.add(
                    new Part(
                            Respect.SPECTRUM,
                            AXES[axis],
                            logPower(swatch.opponents().get(axis)),
                            TOLERANCE));
        }
        return parts;
    }

    private static float[] logPower(Plane plane) {
        Spectrum spectrum = Spectrum.of(plane, plane.width());
        double[] sums = new double[RINGS * SECTORS];
        int[] counts = new int[RINGS * SECTORS];
        for (int u = 0; u <= spectrum.columns() / 2; u++) {
            for (int v = -spectrum.rows() / 2 + 1; v < spectrum.rows() / 2; v++) {
                int bin = bin(spectrum.fx(u), spectrum.fy(v));
                if (bin >= 0) {
                    sums[bin] += spectrum.power(u, v);
                    counts[bin]++;
                }
            }
        }
        float[] logs = new float[sums.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log(sums[i] / Math.max(1, counts[i]) + UNSEEN);
        }
        return logs;
    }

    private static int bin(double fx, double fy) {
        double radius = Math.hypot(fx, fy);
        int ring = (int) Math.floor(RINGS_AN_OCTAVE * Math.log(radius / LOWEST) / Math.log(2));
        if (radius < LOWEST || ring >= RINGS) {
            return -1;
        }
        double turn = Math.atan2(fy, fx) / Math.PI + 0.5; // 0 to 1 over the half plane
        return ring * SECTORS + (int) Math.min(SECTORS - 1, turn * SECTORS);
    }
}
