package ikat.train;

import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.model.ColourAxes;
import ikat.signal.SymmetricMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Principal component analysis of the exemplars' colours. Each axis is scaled by the range that the
 * exemplars span, so that the networks resolve a narrow axis nearly as well as the widest.
 */
public final class PrincipalColours {

    private static final int SAMPLES = 100_000;

    /** Largest number of pictures sampled, spread evenly over all, as each must be decoded. */
    private static final int MOST_PICTURES = 128;

    /**
     * Share of the pixels that may lie beyond the span on each side, so that outliers do not
     * compress the rest.
     */
    private static final double STRAY = 5e-4;

    /** The span ends below 1, which tanh does not reach. */
    private static final double REACH = 0.95;

    /**
     * Smallest scale of an axis as a share of the widest axis' scale; below it the networks would
     * learn compression artefacts.
     */
    private static final double LEAST_SCALE = 0.2;

    private PrincipalColours() {}

    /** The colour axes of pictures; a pure function of the pictures. */
    public static ColourAxes of(Exemplars exemplars) {
        int channels = exemplars.channels();
        float[][] samples = samples(exemplars, channels);
        double[][] axes =
                channels == 1
                        ? new double[][] {{1}}
                        : SymmetricMatrix.eigenvectors(covariance(samples));
        double[] mean = new double[channels];
        double[] scale = new double[channels];
        for (int axis = 0; axis < channels; axis++) {
            double[] along = project(samples, axes, axis);
            Arrays.sort(along);
            int stray = (int) (STRAY * along.length);
            double low = along[stray];
            double high = along[along.length - 1 - stray];
            scale[axis] = (high - low) / 2 / REACH;
            for (int c = 0; c < channels; c++) {
                mean[c] += axes[c][axis] * (high + low) / 2;
            }
        }
        double least = Math.max(LEAST_SCALE * Arrays.stream(scale).max().orElse(0), 1.0 / 255);
        for (int axis = 0; axis < channels; axis++) {
            scale[axis] = Math.max(scale[axis], least);
        }
        return assemble(channels, mean, axes, scale);
    }

    private static ColourAxes assemble(
            int channels, double[] mean, double[][] axes, double[] scale) {
        List<Float> means = new ArrayList<>();
        List<Float> matrix = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            means.add((float) mean[c]);
            for (int axis = 0; axis < channels; axis++) {
                matrix.add((float) (axes[c][axis] * scale[axis]));
            }
        }
        return new ColourAxes(means, matrix);
    }

    /** {@code [channels][samples]}, spread evenly over the sampled pictures. */
    private static float[][] samples(Exemplars exemplars, int channels) {
        int[] chosen = chosen(exemplars.size());
        long total = 0;
        for (int picture : chosen) {
            ExemplarFacts facts = exemplars.facts(picture);
            total += (long) facts.width() * facts.height();
        }
        int stride = (int) Math.max(1, total / SAMPLES);
        float[][] samples = new float[channels][(int) (total / stride)];
        long pixel = 0;
        int next = 0;
        for (int picture : chosen) {
            Exemplar exemplar = exemplars.get(picture);
            int size = exemplar.width() * exemplar.height();
            for (int i = 0; i < size; i++, pixel++) {
                if (pixel % stride == 0 && next < samples[0].length) {
                    for (int c = 0; c < channels; c++) {
                        samples[c][next] = exemplar.pixels()[c * size + i];
                    }
                    next++;
                }
            }
        }
        return samples;
    }

    private static int[] chosen(int size) {
        int count = Math.min(size, MOST_PICTURES);
        return IntStream.range(0, count).map(i -> (int) ((long) i * size / count)).toArray();
    }

    private static double[] project(float[][] samples, double[][] axes, int axis) {
        double[] along = new double[samples[0].length];
        for (int c = 0; c < samples.length; c++) {
            for (int i = 0; i < along.length; i++) {
                along[i] += axes[c][axis] * samples[c][i];
            }
        }
        return along;
    }

    private static double[][] covariance(float[][] samples) {
        int channels = samples.length;
        double[] mean = new double[channels];
        for (int c = 0; c < channels; c++) {
            for (float value : samples[c]) {
                mean[c] += value / samples[c].length;
            }
        }
        double[][] covariance = new double[channels][channels];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b < channels; b++) {
                for (int i = 0; i < samples[a].length; i++) {
                    covariance[a][b] +=
                            (samples[a][i] - mean[a])
                                    * (samples[b][i] - mean[b])
                                    / samples[a].length;
                }
            }
        }
        return covariance;
    }
}
