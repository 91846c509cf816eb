package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.torch.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class PhaseMatchingTest {

    private static final int BATCH = 1024;
    private static final int SIDE = 16;

    /** Patches of one pattern, each so much brighter or darker as a whole, moved by some pixels. */
    private static float[] patches(long seed, double spread, int moved) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[BATCH * SIDE * SIDE];
        for (int n = 0; n < BATCH; n++) {
            double brightness = spread * random.nextGaussian();
            for (int i = 0; i < SIDE * SIDE; i++) {
                double x = i % SIDE + moved;
                double pattern = 0.5 * Math.sin(2 * Math.PI * x / 8);
                values[n * SIDE * SIDE + i] = (float) (pattern + brightness);
            }
        }
        return values;
    }

    private static double distance(float[] real, float[] fake) {
        try (PointerScope scope = new PointerScope()) {
            return PhaseMatching.distance(
                            Tensors.of(real, BATCH, 1, SIDE, SIDE),
                            Tensors.of(fake, BATCH, 1, SIDE, SIDE))
                    .item_float();
        }
    }

    @Test
    void isLeastForFakesThatVaryAsRealPatchesDo() {
        float[] real = patches(1, 0.2, 0);
        double alike = distance(real, patches(2, 0.2, 0));
        assertThat(distance(real, patches(3, 0, 0))).isGreaterThan(1.15 * alike);
        assertThat(distance(real, patches(4, 0.6, 0))).isGreaterThan(1.15 * alike);
        assertThat(distance(real, patches(5, 0.2, 4))).isGreaterThan(1.5 * alike);
    }

    @Test
    void isOneForEachAverageInTheMeanWhereNothingDiffers() {
        assertThat(distance(patches(6, 0.2, 0), patches(7, 0.2, 0))).isCloseTo(3, within(0.3));
    }

    @Test
    void pairsShareThePlaceOfTheirFirst() {
        assertThat(PhaseMatching.placedLike(0)).isZero();
        assertThat(PhaseMatching.placedLike(1)).isZero();
        assertThat(PhaseMatching.placedLike(6)).isEqualTo(6);
        assertThat(PhaseMatching.placedLike(7)).isEqualTo(6);
    }
}
