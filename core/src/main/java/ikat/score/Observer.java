package ikat.score;

import ikat.image.Exemplar;
import ikat.score.CropFeatures.Part;
import ikat.signal.Cholesky;
import java.util.function.Function;

/**
 * An observer that is trained to tell crops of a candidate from crops of the exemplar, then tested
 * on other crops: a classifier two-sample test (Lopez-Paz and Oquab 2017). Unlike means of
 * statistics, the answer does not saturate while anything can be seen.
 *
 * <p>The observer is a linear discriminant with shrunk covariance, trained on one half of both
 * pictures and tested on the other, both ways, for halves side by side and one above the other. The
 * answer is the discriminability d' (Green and Swets 1966): the distance of the means of the two
 * projections over their common deviation, on the tested crops. 0 is chance; copies of the
 * exemplar's own places may come out below it. Thread-safe.
 */
final class Observer {

    private static final Part[][] SPLITS = {
        {Part.LEFT, Part.RIGHT},
        {Part.RIGHT, Part.LEFT},
        {Part.TOP, Part.BOTTOM},
        {Part.BOTTOM, Part.TOP}
    };

    /** Share of the identity in the covariance; from 0.05 to 0.5 answers change by a fifth. */
    private static final double SHRINKAGE = 0.2;

    /**
     * The observer's own noise in each feature, half a level: what is far below a level, as a trace
     * of rounding, is not seen, however regular it is.
     */
    private static final double NOISE = Statistic.LEVEL / 2;

    private final Function<Exemplar, CropFeatures> look;
    private final CropFeatures exemplar;

    /**
     * @param exemplar in three channels
     * @param look the features of a picture in three channels
     */
    Observer(Exemplar exemplar, Function<Exemplar, CropFeatures> look) {
        this.look = look;
        this.exemplar = look.apply(exemplar);
    }

    /** How well a candidate is told from the exemplar, as d'. */
    double tells(Exemplar candidate) {
        CropFeatures features = look.apply(candidate);
        double sum = 0;
        for (Part[] split : SPLITS) {
            sum += discriminability(Part.ALL, features, Part.ALL, split);
        }
        return sum / SPLITS.length;
    }

    /** How well halves of the exemplar are told from each other, on quarters, as d'. */
    double floor() {
        double sum = 0;
        for (int i = 0; i < SPLITS.length; i++) {
            Part[] across = SPLITS[(i + 2) % SPLITS.length];
            sum += Math.abs(discriminability(across[0], exemplar, across[1], SPLITS[i]));
        }
        return sum / SPLITS.length;
    }

    /** Trained on the first half of both parts and tested on the second. */
    private double discriminability(Part own, CropFeatures other, Part others, Part[] split) {
        double[][] mine = exemplar.crops(own.within(split[0]));
        double[][] theirs = other.crops(others.within(split[0]));
        Moments a = Moments.of(mine);
        Moments b = Moments.of(theirs);
        int n = exemplar.size();
        double[] scale = new double[n];
        double[] difference = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt((a.variances[i] + b.variances[i]) / 2 + NOISE * NOISE);
            difference[i] = (b.means[i] - a.means[i]) / scale[i];
        }
        double[][] covariance = new double[n][n];
        a.addCovariance(mine, scale, covariance);
        b.addCovariance(theirs, scale, covariance);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] *= (1 - SHRINKAGE) / 2;
            }
            covariance[i][i] += SHRINKAGE + NOISE * NOISE / (scale[i] * scale[i]);
        }
        double[] direction = Cholesky.of(covariance).solve(difference);
        for (int i = 0; i < n; i++) {
            direction[i] /= scale[i];
        }
        Moments c = Moments.of(projected(exemplar.crops(own.within(split[1])), direction));
        Moments d = Moments.of(projected(other.crops(others.within(split[1])), direction));
        double noise = 0;
        for (double weight : direction) {
            noise += weight * weight * NOISE * NOISE;
        }
        double variance = (c.variances[0] + d.variances[0]) / 2 + noise;
        return (d.means[0] - c.means[0]) / Math.sqrt(Math.max(variance, 1e-18));
    }

    private static double[][] projected(double[][] crops, double[] direction) {
        double[][] projected = new double[crops.length][1];
        for (int i = 0; i < crops.length; i++) {
            for (int d = 0; d < direction.length; d++) {
                projected[i][0] += direction[d] * crops[i][d];
            }
        }
        return projected;
    }

    /** Means and variances of rows, column by column. */
    private record Moments(double[] means, double[] variances) {

        static Moments of(double[][] rows) {
            double[] means = new double[rows[0].length];
            double[] variances = new double[means.length];
            for (int i = 0; i < means.length; i++) {
                for (double[] row : rows) {
                    means[i] += row[i] / rows.length;
                }
                for (double[] row : rows) {
                    variances[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.length;
                }
            }
            return new Moments(means, variances);
        }

        void addCovariance(double[][] rows, double[] scale, double[][] sum) {
            double[] centred = new double[means.length];
            for (double[] row : rows) {
                for (int i = 0; i < centred.length; i++) {
                    centred[i] = (row[i] - means[i]) / scale[i];
                }
                for (int i = 0; i < centred.length; i++) {
                    double weighted = centred[i] / rows.length;
                    for (int j = 0; j < centred.length; j++) {
                        sum[i][j] += weighted * centred[j];
                    }
                }
            }
        }
    }
}
