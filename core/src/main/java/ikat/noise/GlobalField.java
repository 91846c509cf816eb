package ikat.noise;

import java.util.List;

/** Which texture stands where: the values of the global channels over the plane. */
public sealed interface GlobalField {

    /** The field of a model without global channels. */
    GlobalField NONE = new Constant(List.of());

    /**
     * The same texture everywhere.
     *
     * @param vector one value a global channel, in [-1, 1]
     */
    record Constant(List<Float> vector) implements GlobalField {

        public Constant {
            vector = List.copyOf(vector);
            if (!vector.stream().allMatch(v -> v >= -1 && v <= 1)) {
                throw new IllegalArgumentException(
                        "the global vector is " + vector + ", but each value must be from -1 to 1");
            }
        }
    }

    /** A texture drawn at random: a vector uniform in (-1, 1). */
    static GlobalField random(int channels, long seed) {
        Float[] vector = new Float[channels];
        for (int c = 0; c < channels; c++) {
            vector[c] = CounterRandom.symmetric(CounterRandom.key(seed, -2), c, 0);
        }
        return new Constant(List.of(vector));
    }
}
