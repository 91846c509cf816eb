package ikat.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.TrainingNoise;
import ikat.noise.WaveVectors;
import ikat.render.Models;
import ikat.render.RegionPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class NoiseInputTest {

    /**
     * Training must see the waves that rendering makes: same vectors, same bend, same overtones.
     */
    @Test
    void trainingWavesFollowTheEquationsOfRendering() {
        TextureModel model = Models.manifold();
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 32, 24));
        int width = plan.cells().width();
        int cells = plan.cells().cells();
        TrainingNoise noise = new TrainingNoise(model.spec().noise(), 6);
        float[] z = sample(model, noise, plan);
        float[] phases = noise.phases(9, 2);
        float[] globals = noise.global(9, 2);
        int channels = model.spec().noise().channels();
        for (int n = 0; n < 2; n++) {
            float[] global = Arrays.copyOfRange(globals, 2 * n, 2 * n + 2);
            WaveVectors k = WaveVectors.of(model.spec(), model.weights(), global);
            for (int i = 0; i < cells; i++) {
                double first = k.x()[0] * (i % width) + k.y()[0] * (i / width) + phases[2 * n];
                double second = k.x()[1] * (i % width) + k.y()[1] * (i / width) + phases[2 * n + 1];
                int at = n * channels * cells + 5 * cells + i;
                assertThat((double) z[at]).isCloseTo(Math.sin(first), offset(1e-4));
                assertThat((double) z[at + cells]).isCloseTo(Math.sin(second), offset(1e-4));
                assertThat((double) z[at + 2 * cells])
                        .isCloseTo(Math.sin(2 * first - second), offset(1e-4));
                assertThat((double) z[at + 4 * cells]).isCloseTo(Math.cos(second), offset(1e-4));
                assertThat(z[at - cells]).isEqualTo(global[1]);
            }
        }
    }

    private static float[] sample(TextureModel model, TrainingNoise noise, RegionPlan plan) {
        try (PointerScope scope = new PointerScope()) {
            Map<String, Tensor> waves = new LinkedHashMap<>();
            model.weights()
                    .asMap()
                    .forEach(
                            (name, weight) -> {
                                if (name.startsWith("waves.")) {
                                    waves.put(
                                            name,
                                            Tensors.of(
                                                    weight.values(),
                                                    Tensors.longs(weight.shape())));
                                }
                            });
            NoiseInput input = new NoiseInput(noise, plan);
            return Tensors.values(
                    input.batch(9, 2, input.plain(input.drawn(9, 2)), new NamedTensors(waves)));
        }
    }
}
