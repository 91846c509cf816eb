package ikat.texture;

import java.util.ArrayList;
import java.util.List;

/**
 * The global channels of one texture: its coordinates on the texture manifold (PSGAN, arXiv
 * 1705.06566, section 3).
 *
 * @param values one per global channel, each in [-1, 1]; none for a model without global channels
 */
public record GlobalVector(List<Float> values) {

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
