package ikat.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The global channels of one texture: its coordinates on the texture manifold (PSGAN, arXiv
 * 1705.06566, section 3).
 *
 * @param values one per global channel, each in [-1, 1]; none for a model without global channels
 */
public record GlobalVector(List<Float> values) {

    private static final int MOST_STEPS = 1000;

    /** A slope at which the nearest mixture is found. */
    private static final double NEAR = 1e-9;

    /** The vector of a model without global channels. */
    public static final GlobalVector EMPTY = new GlobalVector(List.of());

    public GlobalVector {
        values = List.copyOf(values);
        if (!values.stream().allMatch(v -> v >= -1 && v <= 1)) {
            throw new IllegalArgumentException(
                    "the global vector is " + values + ", but each value must be from -1 to 1");
        }
    }

    /** The vector of an array. */
    public static GlobalVector of(float... values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return new GlobalVector(list);
    }

    /** A vector uniform in (-1, 1). */
    public static GlobalVector uniform(int channels, long seed) {
        float[] values = new float[channels];
        for (int c = 0; c < channels; c++) {
            values[c] = CounterRandom.symmetric(CounterRandom.key(seed, -2), c, 0);
        }
        return of(values);
    }

    /**
     * The weighted mean of vectors of one size.
     *
     * @param weights one per vector, none negative, of any positive sum
     */
    public static GlobalVector blend(List<GlobalVector> vectors, double[] weights) {
        float[] sum = new float[vectors.get(0).size()];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int c = 0; c < sum.length; c++) {
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] / total * vectors.get(i).values().get(c);
            }
            sum[c] = (float) Math.max(-1, Math.min(1, value));
        }
        return of(sum);
    }

    /**
     * The shares of vectors in the mixture of them that is nearest to a texture, by steps of Frank
     * and Wolfe (1956) that move weight from the worst vector to the best.
     *
     * @param vectors at least one, of this size
     * @return one share for each vector, none negative, of sum 1
     */
    public double[] sharesOf(List<GlobalVector> vectors) {
        float[] wanted = toArray();
        float[][] given = vectors.stream().map(GlobalVector::toArray).toArray(float[][]::new);
        double[] shares = new double[given.length];
        Arrays.fill(shares, 1.0 / shares.length);
        int size = size();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] away = new double[size];
            for (int c = 0; c < size; c++) {
                away[c] = -wanted[c];
                for (int i = 0; i < shares.length; i++) {
                    away[c] += shares[i] * given[i][c];
                }
            }
            int best = 0;
            int worst = -1;
            double[] slopes = new double[shares.length];
            for (int i = 0; i < shares.length; i++) {
                for (int c = 0; c < size; c++) {
                    slopes[i] += away[c] * given[i][c];
                }
                best = slopes[i] < slopes[best] ? i : best;
                worst = shares[i] > 0 && (worst < 0 || slopes[i] > slopes[worst]) ? i : worst;
            }
            double length = 0;
            for (int c = 0; c < size; c++) {
                double way = given[best][c] - given[worst][c];
                length += way * way;
            }
            if (length == 0 || slopes[worst] - slopes[best] <= NEAR) {
                break;
            }
            double moved = Math.min(shares[worst], (slopes[worst] - slopes[best]) / length);
            shares[worst] -= moved;
            shares[best] += moved;
        }
        return shares;
    }

    /** Number of global channels. */
    public int size() {
        return values.size();
    }

    public float[] toArray() {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
