package ikat.train;

import ikat.signal.SymmetricMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Initial codes of a training: the greatest differences between pictures lie along the first axes,
 * so that textures that look alike start near each other.
 */
public final class InitialCodes {

    /** Largest absolute value of a code; global vectors are never drawn beyond 1. */
    private static final double REACH = 0.9;

    /** Share of the values of an axis that lie within the reach; the rest are clamped to it. */
    private static final double SPANNED = 0.98;

    /** Largest absolute value on axes that the pictures do not determine. */
    private static final double FREE_REACH = 0.5;

    /**
     * Codes that differ by less than this on every axis are indistinguishable to an untrained
     * network.
     */
    private static final double TOO_NEAR = 0.05;

    private static final double NUDGE = 0.25;
    private static final int MOST_NUDGES = 20;

    private InitialCodes() {}

    /**
     * Principal components of the statistics of pictures, each axis scaled to [-0.9, 0.9].
     *
     * @param statistics statistics of each picture or place, all of one length
     * @param channels number of values of a code, at least 1
     * @param seed seed of the values on undetermined axes, and of the noise that separates equal
     *     pictures
     * @return {@code [pictures][channels]}, each value in [-0.9, 0.9]
     */
    public static float[][] of(List<float[]> statistics, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] samples = standardised(statistics);
        double[][] axes = samples.length == 0 ? new double[0][] : principal(samples, channels);
        float[][] codes = new float[samples.length][channels];
        for (int channel = 0; channel < channels; channel++) {
            double[] along = along(samples, channel < axes.length ? axes[channel] : new double[0]);
            for (int i = 0; i < codes.length; i++) {
                double free = random.nextDouble(-FREE_REACH, FREE_REACH);
                codes[i][channel] = (float) (along.length == 0 ? free : along[i]);
            }
        }
        tellApart(codes, random);
        return codes;
    }

    /**
     * Scales each statistic to mean 0 and standard deviation 1 over the pictures; constant ones
     * become 0.
     */
    private static double[][] standardised(List<float[]> statistics) {
        int length = statistics.isEmpty() ? 0 : statistics.get(0).length;
        double[][] samples = new double[statistics.size()][length];
        for (int k = 0; k < length; k++) {
            int index = k;
            double mean = statistics.stream().mapToDouble(s -> s[index]).average().orElse(0);
            double variance =
                    statistics.stream()
                            .mapToDouble(s -> (s[index] - mean) * (s[index] - mean))
                            .average()
                            .orElse(0);
            double unit = Math.sqrt(variance);
            for (int i = 0; i < samples.length; i++) {
                samples[i][k] = unit < 1e-6 ? 0 : (statistics.get(i)[k] - mean) / unit;
            }
        }
        return samples;
    }

    /**
     * The directions of greatest variance, at most {@code most}, omitting those without variance.
     */
    private static double[][] principal(double[][] samples, int most) {
        int length = samples[0].length;
        double[][] covariance = new double[length][length];
        for (double[] sample : samples) {
            for (int a = 0; a < length; a++) {
                for (int b = 0; b < length; b++) {
                    covariance[a][b] += sample[a] * sample[b] / samples.length;
                }
            }
        }
        double[][] vectors = SymmetricMatrix.eigenvectors(covariance);
        Integer[] order = new Integer[length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(covariance[b][b], covariance[a][a]));
        return Arrays.stream(order)
                .limit(most)
                .filter(i -> covariance[i][i] > 1e-9 * length)
                .map(i -> column(vectors, i))
                .toArray(double[][]::new);
    }

    /**
     * A column, with its sign chosen so that the entry of largest magnitude is positive, whatever
     * the eigenvalue solver returns.
     */
    private static double[] column(double[][] vectors, int index) {
        double[] column = new double[vectors.length];
        double largest = 0;
        for (int k = 0; k < column.length; k++) {
            column[k] = vectors[k][index];
            largest = Math.abs(column[k]) > Math.abs(largest) ? column[k] : largest;
        }
        double sign = Math.signum(largest);
        for (int k = 0; k < column.length; k++) {
            column[k] *= sign;
        }
        return column;
    }

    /** Scaled coordinates of the samples along an axis; empty without an axis. */
    private static double[] along(double[][] samples, double[] axis) {
        if (axis.length == 0) {
            return axis;
        }
        double[] along = new double[samples.length];
        double[] magnitudes = new double[samples.length];
        for (int i = 0; i < along.length; i++) {
            for (int k = 0; k < axis.length; k++) {
                along[i] += samples[i][k] * axis[k];
            }
            magnitudes[i] = Math.abs(along[i]);
        }
        Arrays.sort(magnitudes);
        double reached = magnitudes[(int) Math.ceil(SPANNED * magnitudes.length) - 1];
        for (int i = 0; i < along.length; i++) {
            double scaled = along[i] / Math.max(reached, Double.MIN_NORMAL);
            along[i] = REACH * Math.max(-1, Math.min(1, scaled));
        }
        return along;
    }

    private static void tellApart(float[][] codes, SplittableRandom random) {
        for (int i = 1; i < codes.length; i++) {
            for (int nudge = 0; nudge < MOST_NUDGES && meetsAnEarlierOne(codes, i); nudge++) {
                for (int channel = 0; channel < codes[i].length; channel++) {
                    double value = codes[i][channel] + random.nextDouble(-NUDGE, NUDGE);
                    codes[i][channel] = (float) Math.max(-REACH, Math.min(REACH, value));
                }
            }
        }
    }

    private static boolean meetsAnEarlierOne(float[][] codes, int index) {
        for (int j = 0; j < index; j++) {
            int channel = 0;
            while (channel < codes[j].length
                    && Math.abs(codes[j][channel] - codes[index][channel]) < TOO_NEAR) {
                channel++;
            }
            if (channel == codes[j].length) {
                return true;
            }
        }
        return false;
    }
}
