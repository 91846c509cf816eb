package ikat.noise;

import java.util.List;

/**
 * Which texture stands where: at every place a mixture of a few textures. The channels of the
 * textures' noise are mixed, not their wave vectors: a wave whose vector changed from place to
 * place would chirp, the more the farther from the origin.
 *
 * <p>A field is a pure function of the place, so that any part of a picture can be made alone.
 */
public sealed interface GlobalField
        permits GlobalField.Constant, Tiles, Corners, Points, Strip, Painted {

    /** The field of a model without global channels. */
    GlobalField NONE = new Constant(GlobalVector.EMPTY);

    /** The textures that are mixed, at least one. */
    List<GlobalVector> textures();

    /**
     * How much of each texture there is at a place.
     *
     * @param x of the place in pixels
     * @param y of the place in pixels
     * @param weights is filled: one weight a texture, none negative, with a sum of 1
     */
    void weigh(long x, long y, double[] weights);

    /**
     * The field on a plane that repeats, without a jump where it closes.
     *
     * @param width pixels after which the plane repeats to the right, 0 for never
     * @param height pixels after which the plane repeats downwards, 0 for never
     * @throws IllegalArgumentException one sentence, if this field cannot close
     */
    GlobalField repeating(long width, long height);

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
}
