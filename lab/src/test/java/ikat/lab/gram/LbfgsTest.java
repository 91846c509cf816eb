package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.torch.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class LbfgsTest {

    @Test
    void findsTheBottomOfACurvedValley() {
        assertThat(minimum(1.5)).satisfies(point -> near(point, 1, 1));
    }

    @Test
    void staysInTheBoxWhenTheBottomLiesOutside() {
        // On the edge x = 0.5 the valley is lowest where y = x².
        assertThat(minimum(0.5)).satisfies(point -> near(point, 0.5, 0.25));
    }

    private static void near(float[] point, double x, double y) {
        assertThat((double) point[0]).isCloseTo(x, within(1e-2));
        assertThat((double) point[1]).isCloseTo(y, within(1e-2));
    }

    /** Rosenbrock's valley, lowest at (1, 1), from (-0.4, 0.4). */
    private static float[] minimum(double bound) {
        try (PointerScope scope = new PointerScope();
                Lbfgs optimiser =
                        new Lbfgs(
                                LbfgsTest::valley,
                                Tensors.of(new float[] {-0.4f, 0.4f}, 2),
                                bound)) {
            for (int i = 0; i < 100 && optimiser.step(); i++) {
                assertThat(Math.abs(Tensors.values(optimiser.point())[0]))
                        .isLessThanOrEqualTo((float) bound);
            }
            return Tensors.values(optimiser.point());
        }
    }

    private static double valley(Tensor point, Tensor gradient) {
        float[] p = Tensors.values(point);
        double rise = p[1] - p[0] * p[0];
        float[] slope = {(float) (-2 * (1 - p[0]) - 40 * p[0] * rise), (float) (20 * rise)};
        gradient.copy_(Tensors.of(slope, 2));
        return Math.pow(1 - p[0], 2) + 10 * rise * rise;
    }
}
