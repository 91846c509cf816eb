package ikat.texture;

import java.util.List;

/**
 * The texture at every place of the plane, a mixture of a few textures. The channels of the
 * textures' noise are mixed, not their wave vectors: a wave whose vector changed from place to
 * place would chirp, the more the farther from the origin.
 *
 * <p>A field is a pure function of the place, so that any part of a picture can be rendered alone.
 */
public sealed interface GlobalField
        permits GlobalField.Constant,
                GlobalField.Mixture,
                GlobalField.Shrunk,
                Tiles,
                Corners,
                Points,
                Strip,
                Painted,
                Brushed,
                BrushedAmong {

    /** The field of a model without global channels. */
    GlobalField NONE = new Constant(GlobalVector.EMPTY);

    /** The textures that are mixed, at least one. */
    List<GlobalVector> textures();

    /**
     * Computes the weight of each texture at a place.
     *
     * @param x of the place in pixels
     * @param y of the place in pixels
     * @param weights filled with one weight per texture, none negative, of sum 1
     */
    void weigh(long x, long y, double[] weights);

    /**
     * This field on a plane that repeats, continuous where it closes.
     *
     * @param width pixels after which the plane repeats to the right, 0 for never
     * @param height pixels after which the plane repeats downwards, 0 for never
     * @throws IllegalArgumentException if this field cannot close; one sentence
     */
    GlobalField repeating(long width, long height);

    /**
     * This field for a plane that shows only every so many pixels, where finer detail would be
     * lost.
     *
     * @param pixels of this field from one that is shown to the next, at least 1
     */
    default GlobalField seenEvery(long pixels) {
        return this;
    }

    /** The same texture everywhere. */
    record Constant(GlobalVector texture) implements GlobalField {

        @Override
        public List<GlobalVector> textures() {
            return List.of(texture);
        }

        @Override
        public void weigh(long x, long y, double[] weights) {
            weights[0] = 1;
        }

        @Override
        public GlobalField repeating(long width, long height) {
            return this;
        }
    }

    /**
     * Several fields, each with the same share everywhere: a transition in time.
     *
     * @param parts at least one
     * @param shares one per part, none negative, of sum 1
     */
    record Mixture(List<GlobalField> parts, List<Double> shares) implements GlobalField {

        public Mixture {
            parts = List.copyOf(parts);
            shares = List.copyOf(shares);
            double sum = shares.stream().mapToDouble(share -> share < 0 ? Double.NaN : share).sum();
            if (parts.isEmpty() || parts.size() != shares.size() || !(Math.abs(sum - 1) < 1e-9)) {
                throw new IllegalArgumentException(
                        ("the shares of %s fields are %s, but must be one a field, none "
                                        + "negative, with a sum of 1")
                                .formatted(parts.size(), shares));
            }
        }

        @Override
        public List<GlobalVector> textures() {
            return parts.stream().flatMap(part -> part.textures().stream()).toList();
        }

        @Override
        public void weigh(long x, long y, double[] weights) {
            int at = 0;
            for (int i = 0; i < parts.size(); i++) {
                double[] own = new double[parts.get(i).textures().size()];
                parts.get(i).weigh(x, y, own);
                for (double weight : own) {
                    weights[at++] = shares.get(i) * weight;
                }
            }
        }

        @Override
        public GlobalField seenEvery(long pixels) {
            return new Mixture(parts.stream().map(part -> part.seenEvery(pixels)).toList(), shares);
        }

        @Override
        public GlobalField repeating(long width, long height) {
            return new Mixture(
                    parts.stream().map(part -> part.repeating(width, height)).toList(), shares);
        }
    }

    /**
     * A field on a plane shown at a reduced scale.
     *
     * @param field on the plane at full size
     * @param times pixels of the full-size plane per pixel along each axis, at least 1
     */
    record Shrunk(GlobalField field, long times) implements GlobalField {

        public Shrunk {
            if (times < 1) {
                throw new IllegalArgumentException(
                        "times is " + times + ", but must be at least 1");
            }
            field = field.seenEvery(times);
        }

        @Override
        public List<GlobalVector> textures() {
            return field.textures();
        }

        @Override
        public void weigh(long x, long y, double[] weights) {
            field.weigh(x * times + times / 2, y * times + times / 2, weights);
        }

        @Override
        public GlobalField repeating(long width, long height) {
            return new Shrunk(field.repeating(width * times, height * times), times);
        }
    }
}
