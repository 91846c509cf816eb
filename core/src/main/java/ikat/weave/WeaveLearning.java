package ikat.weave;

import ikat.image.Domain;
import ikat.image.Pixels;
import ikat.model.Weave;
import ikat.model.Weave.Source;
import ikat.model.Weight;
import ikat.signal.SymmetricMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns what weaving needs to know about an exemplar and the generator's picture of it: the
 * principal components of the exemplar's neighbourhoods, a map that gives the guide's
 * neighbourhoods their mean and covariance, kinds of neighbourhoods, and biases under which the
 * guide uses each kind as often as the exemplar has it. Repeatable.
 */
public final class WeaveLearning {

    private static final int COMPONENTS = 20;
    private static final int MOST_CLUSTERS = 512;

    /** Places for each cluster: fewer would be no kind. */
    private static final int LEAST_CLUSTER = 16;

    private static final int MOST_SAMPLES = 8000;
    private static final int CLUSTER_ROUNDS = 8;

    /** Share of the mean variance that keeps the map from raising what the guide hardly has. */
    private static final double RIDGE = 0.02;

    /** What the deviation of hue and saturation shall be at least, beside that of brightness. */
    private static final double LEAST_CHROMA = 0.5;

    /** In a picture of hardly any colour, traces of it mean nothing. */
    private static final double MOST_CHROMA = 3;

    /** A deviation of an eighth of a level, which is none. */
    private static final double LEAST_VARIANCE = 1e-6;

    private static final int ROUNDS = 100;
    private static final int QUERIES = 400;
    private static final double RATE = 0.3;
    private static final double LEAST_DISTANCE = 1e-9;

    private final ExemplarLevel exemplar;
    private final int[] places; // that may be shown
    private final Colours guide;
    private final SplittableRandom random = new SplittableRandom(1);

    private WeaveLearning(ExemplarLevel exemplar, Colours guide) {
        this.exemplar = exemplar;
        this.places =
                IntStream.range(0, exemplar.columns() * exemplar.rows())
                        .filter(place -> !exemplar.hidden().get(place))
                        .toArray();
        this.guide = guide;
    }

    /**
     * Learns from an exemplar and a guide.
     *
     * @param picture the exemplar, 1 or 3 channels
     * @param domain the pixels that may be shown
     * @param guide the generator's picture of the texture, halved {@code start} times, with the
     *     channels of the exemplar
     * @param start how often the size is halved where places are chosen
     * @param chroma the weight of hue and saturation
     */
    public static Source learn(
            Pixels picture, Domain domain, Pixels guide, int start, double chroma) {
        float weight = (float) chroma;
        ExemplarLevel level = ExemplarLevel.of(picture, domain, start, weight);
        if (level.hidden().cardinality() == level.columns() * level.rows()) {
            throw new IllegalArgumentException(
                    "all pixels of the exemplar that could be woven are hidden");
        }
        return new WeaveLearning(level, Colours.of(guide, weight)).learn(picture, domain);
    }

    /**
     * The weight of hue and saturation with which they vary at least half as much as brightness
     * within the exemplars, from 1 to 3.
     *
     * @param pictures the exemplars
     * @param start how often the size is halved where places are chosen
     */
    public static double chroma(List<Pixels> pictures, int start) {
        double bright = 0;
        double chroma = 0;
        for (Pixels picture : pictures) {
            if (picture.channels() == 1) {
                return 1;
            }
            Domain whole = Domain.rectangle(picture.width(), picture.height());
            double[] variances = variances(ExemplarLevel.of(picture, whole, start, 1).colours());
            bright += variances[0];
            chroma += variances[1];
        }
        double wanted = LEAST_CHROMA * Math.sqrt(bright / Math.max(chroma, LEAST_VARIANCE));
        return Math.max(1, Math.min(MOST_CHROMA, wanted));
    }

    /** The variances of brightness and of the differences from it, over three channels. */
    private static double[] variances(Colours colours) {
        float[][] pixels = new float[colours.width() * colours.height()][];
        for (int i = 0; i < pixels.length; i++) {
            float red = colours.values()[3 * i];
            float green = colours.values()[3 * i + 1];
            float blue = colours.values()[3 * i + 2];
            float mean = (red + green + blue) / 3;
            pixels[i] = new float[] {mean, red - mean, green - mean, blue - mean};
        }
        double[][] covariance = Moments.of(pixels).covariance;
        return new double[] {
            3 * covariance[0][0], covariance[1][1] + covariance[2][2] + covariance[3][3]
        };
    }

    private Source learn(Pixels picture, Domain domain) {
        float[][] ours = new float[Math.min(MOST_SAMPLES, places.length)][];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = neighbourhood(places[random.nextInt(places.length)]);
        }
        float[][] theirs = new float[ours.length][];
        for (int i = 0; i < theirs.length; i++) {
            theirs[i] = randomQuery();
        }
        Weight keys = principal(ours);
        Weight queries = matched(keys, ours, theirs);
        Weight clusters = clusters(keys, ours);
        return evenly(new Source(picture, domain, keys, queries, clusters, 1));
    }

    private float[] neighbourhood(int place) {
        float[] values = new float[Weave.NEIGHBOURS * guide.channels()];
        exemplar.neighbourhood(place % exemplar.columns(), place / exemplar.columns(), values);
        return values;
    }

    private float[] randomQuery() {
        float[] values = new float[Weave.NEIGHBOURS * guide.channels()];
        int inner = 2 * Weave.RADIUS;
        guide.neighbourhood(
                Weave.RADIUS + random.nextInt(guide.width() - inner),
                Weave.RADIUS + random.nextInt(guide.height() - inner),
                1,
                values);
        return values;
    }

    /** The affine map to the principal components. */
    private static Weight principal(float[][] samples) {
        Moments moments = Moments.of(samples);
        int n = moments.means.length;
        double[][] covariance = moments.covariance;
        double[][] vectors = SymmetricMatrix.eigenvectors(covariance);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(covariance[b][b], covariance[a][a]));
        float[] affine = new float[COMPONENTS * (n + 1)];
        for (int d = 0; d < COMPONENTS; d++) {
            double constant = 0;
            for (int i = 0; i < n; i++) {
                double value = vectors[i][order[d]];
                affine[d * (n + 1) + i] = (float) value;
                constant -= value * moments.means[i];
            }
            affine[d * (n + 1) + n] = (float) constant;
        }
        return new Weight(new int[] {COMPONENTS, n + 1}, affine);
    }

    /**
     * The affine map of the guide's neighbourhoods: the keys' map, then the linear map of optimal
     * transport between normal distributions (Peyré and Cuturi 2019, remark 2.31), since a
     * generator has less contrast in some components and more in others.
     */
    private static Weight matched(Weight keys, float[][] ours, float[][] theirs) {
        Moments to = Moments.of(mapped(keys, ours));
        Moments from = Moments.of(mapped(keys, theirs));
        double ridge = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            ridge += RIDGE * to.covariance[i][i] / COMPONENTS;
        }
        for (int i = 0; i < COMPONENTS; i++) {
            to.covariance[i][i] += ridge;
            from.covariance[i][i] += ridge;
        }
        double[][] root = SymmetricMatrix.power(from.covariance, 0.5, 0);
        double[][] inverse = SymmetricMatrix.power(from.covariance, -0.5, 0);
        double[][] middle =
                SymmetricMatrix.power(
                        SymmetricMatrix.product(root, SymmetricMatrix.product(to.covariance, root)),
                        0.5,
                        0);
        double[][] transport =
                SymmetricMatrix.product(inverse, SymmetricMatrix.product(middle, inverse));
        int columns = keys.shape()[1];
        float[] affine = new float[COMPONENTS * columns];
        for (int d = 0; d < COMPONENTS; d++) {
            double constant = to.means[d];
            for (int e = 0; e < COMPONENTS; e++) {
                constant -= transport[d][e] * from.means[e];
                for (int i = 0; i < columns; i++) {
                    affine[d * columns + i] +=
                            (float) (transport[d][e] * keys.values()[e * columns + i]);
                }
            }
            affine[(d + 1) * columns - 1] += (float) constant;
        }
        return new Weight(keys.shape(), affine);
    }

    private static float[][] mapped(Weight affine, float[][] samples) {
        float[][] mapped = new float[samples.length][COMPONENTS];
        for (int i = 0; i < mapped.length; i++) {
            PlaceIndex.apply(affine, samples[i], mapped[i], 0);
        }
        return mapped;
    }

    /** Centres of similar keys (Lloyd's algorithm), with biases of 0. */
    private Weight clusters(Weight keys, float[][] ours) {
        float[][] samples = mapped(keys, ours);
        int count = Math.max(1, Math.min(MOST_CLUSTERS, places.length / LEAST_CLUSTER));
        float[][] centres = new float[count][];
        for (int k = 0; k < count; k++) {
            centres[k] = samples[random.nextInt(samples.length)].clone();
        }
        for (int round = 0; round < CLUSTER_ROUNDS; round++) {
            double[][] sums = new double[count][COMPONENTS + 1];
            for (float[] sample : samples) {
                double[] sum = sums[nearest(centres, sample)];
                for (int c = 0; c < COMPONENTS; c++) {
                    sum[c] += sample[c];
                }
                sum[COMPONENTS]++;
            }
            for (int k = 0; k < count; k++) {
                for (int c = 0; c < COMPONENTS && sums[k][COMPONENTS] > 0; c++) {
                    centres[k][c] = (float) (sums[k][c] / sums[k][COMPONENTS]);
                }
            }
        }
        float[] values = new float[count * (COMPONENTS + 1)];
        for (int k = 0; k < count; k++) {
            System.arraycopy(centres[k], 0, values, k * (COMPONENTS + 1), COMPONENTS);
        }
        return new Weight(new int[] {count, COMPONENTS + 1}, values);
    }

    private static int nearest(float[][] centres, float[] sample) {
        int nearest = 0;
        float least = Float.MAX_VALUE;
        for (int k = 0; k < centres.length; k++) {
            float distance = 0;
            for (int c = 0; c < COMPONENTS && distance < least; c++) {
                float difference = centres[k][c] - sample[c];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /**
     * Finds the biases by stochastic ascent of the dual of optimal transport: what is used too
     * often becomes dearer.
     */
    private Source evenly(Source source) {
        PlaceIndex index = new PlaceIndex(exemplar, source);
        PlaceIndex.Search search = index.new Search();
        float[] biases = index.biases();
        double distance = LEAST_DISTANCE;
        float[] query = new float[COMPONENTS];
        for (int i = 0; i < QUERIES; i++) {
            PlaceIndex.apply(source.queries(), randomQuery(), query, 0);
            search.find(query, 0);
            distance += search.unbiased() / QUERIES;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] used = new double[biases.length];
            for (int i = 0; i < QUERIES; i++) {
                PlaceIndex.apply(source.queries(), randomQuery(), query, 0);
                search.find(query, 0);
                used[search.cluster()] += 1.0 / QUERIES;
            }
            double step = distance * RATE / (1 + 4.0 * round / ROUNDS);
            for (int k = 0; k < biases.length; k++) {
                double share = index.share(k);
                double excess = (used[k] - share) / (share + 0.5 / biases.length);
                biases[k] += (float) (step * Math.max(-1, Math.min(1, excess)));
            }
        }
        float[] values = source.clusters().values().clone();
        for (int k = 0; k < biases.length; k++) {
            values[(k + 1) * (COMPONENTS + 1) - 1] = biases[k];
        }
        Weight clusters = new Weight(source.clusters().shape(), values);
        return new Source(
                source.picture(),
                source.domain(),
                source.keys(),
                source.queries(),
                clusters,
                distance);
    }

    /** Mean and covariance of samples. */
    private record Moments(double[] means, double[][] covariance) {

        static Moments of(float[][] samples) {
            int n = samples[0].length;
            double[] means = new double[n];
            for (float[] sample : samples) {
                for (int i = 0; i < n; i++) {
                    means[i] += sample[i] / samples.length;
                }
            }
            double[][] covariance = new double[n][n];
            double[] centred = new double[n];
            for (float[] sample : samples) {
                for (int i = 0; i < n; i++) {
                    centred[i] = sample[i] - means[i];
                }
                for (int i = 0; i < n; i++) {
                    double weighted = centred[i] / samples.length;
                    double[] row = covariance[i];
                    for (int j = 0; j < n; j++) {
                        row[j] += weighted * centred[j];
                    }
                }
            }
            return new Moments(means, covariance);
        }
    }
}
