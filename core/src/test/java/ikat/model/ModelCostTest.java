package ikat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No model, however made, takes more than a stated memory or time for a tile. */
class ModelCostTest {

    /**
     * Stages with given channels, from coarse to fine.
     *
     * @param kernel of all stages
     * @param scales upscaling factors, one a stage
     */
    private static ModelSpec spec(int kernel, int[] channels, int... scales) {
        List<Stage> stages = new ArrayList<>();
        int in = 4;
        for (int i = 0; i < scales.length; i++) {
            boolean last = i == scales.length - 1;
            int out = last ? 3 : channels[i];
            stages.add(
                    new Stage(
                            in,
                            out,
                            kernel,
                            scales[i],
                            !last,
                            last ? Activation.TANH : Activation.RELU));
            in = out;
        }
        return new ModelSpec(new NoiseSpec(4, 0, 0), stages, ColourAxes.identity(3), 0);
    }

    @Test
    void publishedNetworksAreFarFromTheBounds() {
        int[] full = {512, 256, 128, 64};
        ModelSpec spec = spec(5, full, 2, 2, 2, 2, 2);
        assertThat(spec.numbers(256)).isLessThan(1 << 23);
        assertThat(spec(3, new int[] {1024, 512, 256, 128}, 2, 2, 2, 2, 2)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 4096, 4096", // wide at full size
        "1, 8, 1, 512, 4096",
        "9, 8, 4, 256, 512" // slow
    })
    void aModelThatTakesTooMuchIsRefused(
            int kernel, int first, int second, int channels, int more) {
        int[] all = {channels, more, 16};
        assertThatThrownBy(() -> spec(kernel, all, first, second, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a tile of 256x256 pixels takes ");
    }

    @Test
    void deepAndWideKernelsCostWhatTheirMarginsCost() {
        int[] channels = {8, 8, 8, 8, 8, 8, 8, 8, 8};
        ModelSpec spec = spec(9, channels, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        double side = 256 + 10 * 8;
        assertThat(spec.numbers(256)).isBetween(8 * (side - 8) * (side - 8), 8 * side * side);
    }
}
