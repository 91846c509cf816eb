package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.torch.Tensors;
import ikat.train.PrincipalColours;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GramLossTest {

    private static final int SIDE = 64;

    private final Exemplar weave = Pictures.weave(3, SIDE);
    private final PointerScope scope = new PointerScope();
    private RandomFilters filters;
    private GramLoss loss;

    @BeforeEach
    void describe() {
        filters = new RandomFilters(PrincipalColours.of(Exemplars.of(weave)), 8, 2, 1);
        loss = new GramLoss(filters, tensor(weave.pixels()));
    }

    @AfterEach
    void close() {
        loss.close();
        filters.close();
        scope.close();
    }

    @Test
    void theExemplarItselfHasNoLoss() {
        Tensor gradient = torch.zeros(1, 3, SIDE, SIDE);
        assertThat(loss.at(tensor(weave.pixels()), gradient)).isLessThan(1e-9);
        assertThat(gradient.abs().max().item_float()).isLessThan(1e-5f);
    }

    @Test
    void theGradientTellsHowTheLossChanges() {
        float[] pixels = noise();
        Tensor gradient = torch.zeros(1, 3, SIDE, SIDE);
        loss.at(tensor(pixels), gradient);
        float[] slope = Tensors.values(gradient);
        double square = 0;
        for (float value : slope) {
            square += (double) value * value;
        }
        double step = 0.02 / Math.sqrt(square);
        double expected = 2 * step * square;
        double found = at(pixels, slope, step) - at(pixels, slope, -step);
        assertThat(found / expected).isCloseTo(1, within(0.03));
    }

    @Test
    void theLossFallsAsThePictureIsOptimised() {
        try (Lbfgs optimiser = new Lbfgs(loss::at, tensor(noise()), 1)) {
            double first = optimiser.value();
            for (int i = 0; i < 15; i++) {
                assertThat(optimiser.step()).isTrue();
            }
            assertThat(optimiser.value()).isLessThan(first / 20);
            assertThat(optimiser.point().abs().max().item_float()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void nativeMemoryStaysFlatOverManySteps() {
        try (Lbfgs optimiser = new Lbfgs(loss::at, tensor(noise()), 1)) {
            long early = 0;
            for (int i = 0; i < 60; i++) {
                optimiser.step();
                if (i == 20) {
                    early = Pointer.physicalBytes();
                }
            }
            assertThat(Pointer.physicalBytes() - early).isLessThan(40 << 20);
        }
    }

    private double at(float[] pixels, float[] slope, double step) {
        float[] moved = new float[pixels.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (pixels[i] + step * slope[i]);
        }
        return loss.at(tensor(moved), torch.zeros(1, 3, SIDE, SIDE));
    }

    private static float[] noise() {
        SplittableRandom random = new SplittableRandom(3);
        float[] noise = new float[3 * SIDE * SIDE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-0.4, 0.4);
        }
        return noise;
    }

    private static Tensor tensor(float[] pixels) {
        return Tensors.of(pixels, 1, 3, SIDE, SIDE);
    }
}
