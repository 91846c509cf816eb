package ikat.score;

import ikat.score.Statistic.Part;
import ikat.score.Statistic.Respect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One statistic of an exemplar's swatches and its comparison with other swatches. A texture's
 * numbers {@code x} are the means over its swatches, and the ratio of a part is
 *
 * <pre>sqrt(mean over i of ((x_i - e_i)² + t²) / (s_i² (1/n + 1/m) + t²))</pre>
 *
 * with the exemplar's numbers {@code e}, their variances {@code s²} between the exemplar's
 * swatches, the numbers {@code n} and {@code m} of swatches, and the part's tolerance {@code t}.
 * The denominator is what the numerator would be on average if all swatches came from one texture.
 */
final class Comparison {

    private final Statistic statistic;
    private final int swatches;
    private final List<Part> exemplar;
    private final List<float[]> variances; // [part][number]

    /**
     * @param swatches of the exemplar, at least two
     */
    Comparison(Statistic statistic, List<Swatch> swatches) {
        this.statistic = statistic;
        this.swatches = swatches.size();
        List<List<Part>> measured = measured(swatches);
        this.exemplar = means(measured);
        this.variances = new ArrayList<>();
        for (int part = 0; part < exemplar.size(); part++) {
            variances.add(variances(measured, part, exemplar.get(part).numbers()));
        }
    }

    /** Averages each with the mean of all, as a few swatches give one variance only roughly. */
    private static float[] variances(List<List<Part>> measured, int part, float[] means) {
        float[] variances = new float[means.length];
        double all = 0;
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (List<Part> swatch : measured) {
                double distance = swatch.get(part).numbers()[i] - means[i];
                sum += distance * distance;
            }
            variances[i] = (float) (sum / (measured.size() - 1));
            all += variances[i] / means.length;
        }
        for (int i = 0; i < means.length; i++) {
            variances[i] = (float) (variances[i] + all) / 2;
        }
        return variances;
    }

    /** A ratio for each part, except those that are equal: there is nothing in them. */
    List<PartRatio> ratios(List<Swatch> candidate) {
        List<Part> means = means(measured(candidate));
        List<PartRatio> ratios = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            Part part = means.get(i);
            if (!Arrays.equals(part.numbers(), exemplar.get(i).numbers())) {
                ratios.add(
                        new PartRatio(
                                part.respect(), part.name(), ratio(i, part, candidate.size())));
            }
        }
        return ratios;
    }

    /**
     * The ratio of one part.
     *
     * @param respect that the part says something about
     * @param name of the part
     * @param value the ratio
     */
    record PartRatio(Respect respect, String name, double value) {}

    private double ratio(int index, Part part, int candidates) {
        double unseen = part.tolerance() * part.tolerance();
        double share = 1.0 / swatches + 1.0 / candidates;
        float[] numbers = part.numbers();
        float[] wanted = exemplar.get(index).numbers();
        float[] variance = variances.get(index);
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            double distance = numbers[i] - wanted[i];
            sum += (distance * distance + unseen) / (variance[i] * share + unseen);
        }
        return Math.sqrt(sum / numbers.length);
    }

    private List<List<Part>> measured(List<Swatch> pictures) {
        return pictures.parallelStream().map(statistic::parts).toList();
    }

    private static List<Part> means(List<List<Part>> measured) {
        List<Part> means = new ArrayList<>();
        for (int part = 0; part < measured.get(0).size(); part++) {
            Part first = measured.get(0).get(part);
            float[] mean = new float[first.numbers().length];
            for (List<Part> one : measured) {
                float[] numbers = one.get(part).numbers();
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += numbers[i] / measured.size();
                }
            }
            means.add(new Part(first.respect(), first.name(), mean, first.tolerance()));
        }
        return means;
    }
}
