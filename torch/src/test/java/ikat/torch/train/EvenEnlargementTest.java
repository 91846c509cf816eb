package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.torch.Tensors;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class EvenEnlargementTest {

    private static final int OUT = 3;
    private static final int IN = 5;

    @Test
    void evenInputGivesEvenOutput() {
        try (PointerScope scope = new PointerScope()) {
            Tensor weight = StageKernels.even(kernel(), 2);
            Tensor even = torch.ones(1, IN, 6, 6);
            Tensor shuffled = torch.pixel_shuffle(torch.conv2d(even, weight), 2); // [1, 3, 8, 8]
            float[] values = Tensors.values(shuffled);
            for (int c = 0; c < OUT; c++) {
                for (int i = 0; i < 64; i++) {
                    assertThat(values[c * 64 + i]).isCloseTo(values[c * 64], within(1e-5f));
                }
            }
        }
    }

    @Test
    void evenKernelsStayAsTheyAre() {
        try (PointerScope scope = new PointerScope()) {
            Tensor once = StageKernels.even(kernel(), 2);
            Tensor twice = StageKernels.even(once, 2);
            assertThat(Tensors.values(twice.sub(once).abs().max())[0]).isLessThan(1e-6f);
            assertThat(Tensors.values(once.sub(kernel()).abs().max())[0]).isGreaterThan(0.1f);
        }
    }

    private static Tensor kernel() {
        Random random = new Random(1);
        float[] values = new float[OUT * 4 * IN * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensors.of(values, OUT * 4, IN, 3, 3);
    }
}
