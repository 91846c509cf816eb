package ikat.studio.live;

import ikat.studio.web.Problem;
import java.util.List;

/**
 * Which textures, and how much of each.
 *
 * @param textures expressions, at most {@link #MOST}; none for a model that has one texture only
 * @param weights one a texture, none negative, not all 0
 * @param softness from 0, where the heaviest stands alone, to 1, where the weights are the shares
 */
record Mix(List<String> textures, List<Double> weights, double softness) {

    /** The most textures of a picture. */
    static final int MOST = 16;

    Mix {
        textures = List.copyOf(textures);
        weights = List.copyOf(weights);
        if (weights.size() != textures.size()) {
            throw Problem.badRequest(
                    "there are "
                            + weights.size()
                            + " weights, but must be one for each of the "
                            + textures.size()
                            + " textures");
        }
        if (!textures.isEmpty() && weights.stream().allMatch(weight -> weight == 0)) {
            throw Problem.badRequest("the weights are all 0, but at least one must be above 0");
        }
    }

    /** The share of each texture; they sum to 1. */
    double[] shares() {
        double heaviest = weights.stream().mapToDouble(weight -> weight).max().orElse(1);
        double[] shares = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double relative = weights.get(i) / heaviest;
            shares[i] = softness == 0 ? Math.floor(relative) : Math.pow(relative, 1 / softness);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
