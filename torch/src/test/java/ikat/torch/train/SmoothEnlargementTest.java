package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.torch.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class SmoothEnlargementTest {

    private static final int SIDE = 6;

    /** The folded weights must do what the words say: enlarge bilinearly, then convolve. */
    @Test
    void oneConvolutionDoesWhatEnlargingAndConvolvingDo() {
        float[] picture = random(SIDE * SIDE);
        float[] kernel = random(9);
        float[] folded = folded(picture, kernel);
        for (int y = 2; y < 2 * SIDE - 2; y++) {
            for (int x = 2; x < 2 * SIDE - 2; x++) {
                float expected = 0;
                for (int t = 0; t < 9; t++) {
                    expected += kernel[t] * enlarged(picture, y + t / 3 - 1, x + t % 3 - 1);
                }
                float actual = folded[(y - 2) * (2 * SIDE - 4) + x - 2];
                assertThat(actual).isCloseTo(expected, offset(1e-5f));
            }
        }
    }

    @Test
    void aFlatInputGivesAFlatOutputWhateverTheKernel() {
        float[] flat = new float[SIDE * SIDE];
        java.util.Arrays.fill(flat, 0.7f);
        float[] output = folded(flat, random(9));
        for (float value : output) {
            assertThat(value).isCloseTo(output[0], offset(1e-6f));
        }
    }

    private static float[] folded(float[] picture, float[] kernel) {
        try (PointerScope scope = new PointerScope()) {
            Tensor taps = Tensors.of(kernel, 1, 1, 3, 3);
            Tensor weight = StageKernels.smooth(taps, StageKernels.smoothing());
            Tensor blocks = torch.conv2d(Tensors.of(picture, 1, 1, SIDE, SIDE), weight);
            return Tensors.values(torch.pixel_shuffle(blocks, 2));
        }
    }

    private static float enlarged(float[] picture, int y, int x) {
        return along(y, row -> along(x, column -> picture[row * SIDE + column]));
    }

    private interface Line {
        float at(int index);
    }

    private static float along(int position, Line line) {
        int half = Math.floorDiv(position, 2);
        int neighbour = position % 2 == 0 ? half - 1 : half + 1;
        return 0.75f * line.at(half) + 0.25f * line.at(neighbour);
    }

    private static float[] random(int count) {
        SplittableRandom random = new SplittableRandom(8);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
