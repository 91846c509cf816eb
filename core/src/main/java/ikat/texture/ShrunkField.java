package ikat.texture;

import java.util.List;

/**
 * A field on a plane shown at a reduced scale.
 *
 * @param field on the plane at full size
 * @param times pixels of the full-size plane per pixel along each axis, at least 1
 */
public record ShrunkField(GlobalField field, long times) implements GlobalField {

    public ShrunkField {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + ", but must be at least 1");
        }
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
        return new ShrunkField(field.repeating(width * times, height * times), times);
    }
}
