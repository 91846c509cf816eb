package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.PixelRegion;
import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import ikat.noise.CellRegion;
import ikat.noise.TrainingNoise;
import ikat.noise.WaveVectors;
import ikat.render.Models;
import ikat.render.RegionPlan;
import ikat.torch.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
        float[] z = sample(model, noise, plan).get(0);
        float[] phases = noise.phases(9, 2);
        float[] globals = noise.global(9, 2);
        int channels = model.spec().noise().channels();
        for (int n = 0; n < 2; n++) {
            float[] global = Arrays.copyOfRange(globals, 2 * n, 2 * n + 2);
            WaveVectors k = WaveVectors.of(model.spec(), model.weights(), global);
            for (int i = 0; i < cells; i++) {
                double x = i % width - (width - 1) / 2.0;
                double y = i / width - (cells / width - 1) / 2.0;
                double first = k.x()[0] * x + k.y()[0] * y + phases[2 * n];
                double second = k.x()[1] * x + k.y()[1] * y + phases[2 * n + 1];
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

    /** A finer grid shows the same waves: the points around a cell's middle add up to its own. */
    @Test
    void finerGridsShowTheSameWaves() {
        TextureModel model =
                Models.random(new NoiseSpec(3, 0, 2, List.of(), List.of(0, 1)), 0, 3, 3);
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 32, 24));
        List<float[]> z = sample(model, new TrainingNoise(model.spec().noise(), 6), plan);
        CellRegion cells = plan.inputs().get(0);
        CellRegion points = plan.inputs().get(1);
        WaveVectors waves = WaveVectors.of(model.spec(), model.weights(), new float[0]);
        double shrunk = Math.cos(waves.x()[0] / 4) * Math.cos(waves.y()[0] / 4);
        for (int n = 0; n < 2; n++) {
            int cell = (n * 7 + 3) * cells.cells() + cells.width() + 1;
            int x = (int) (2 * (cells.left() + 1) - points.left());
            int y = (int) (2 * (cells.top() + 1) - points.top());
            int corner = n * 4 * points.cells() + y * points.width() + x;
            double sum = z.get(1)[corner] + z.get(1)[corner + 1];
            corner += points.width();
            sum += z.get(1)[corner] + z.get(1)[corner + 1];
            assertThat(sum).isCloseTo(4 * z.get(0)[cell] * shrunk, offset(1e-4));
        }
        assertThat(z.get(2)).isEmpty();
    }

    /** Going over from one texture into another, all grids of a sample agree on the shares. */
    @Test
    void finerGridsMixTheSameShares() {
        TextureModel model = Models.fineWaves();
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 64, 64));
        NoiseInput input =
                new NoiseInput(new TrainingNoise(model.spec().noise(), 6), model.spec(), plan);
        CellRegion cells = plan.inputs().get(0);
        CellRegion points = plan.inputs().get(1);
        int compared = 0;
        for (int step = 0; step < 40; step++) {
            float[] coarse;
            float[] fine;
            try (PointerScope scope = new PointerScope()) {
                Tensor codes = input.drawn(step, 1);
                TextureMix mix = input.mixed(step, 1, codes, input.drawn(step + 1, 1));
                coarse = Tensors.values(mix.shares().get(0));
                fine = Tensors.values(mix.shares().get(1));
            }
            for (int i = 0; i < coarse.length; i++) {
                int x = (int) (2 * (cells.left() + i % cells.width()) - points.left());
                int y = (int) (2 * (cells.top() + i / cells.width()) - points.top());
                boolean inside =
                        x >= 0 && y >= 0 && x + 1 < points.width() && y + 1 < points.height();
                int at = y * points.width() + x;
                if (inside && ramped(fine, at, points.width())) {
                    float sum = fine[at] + fine[at + 1];
                    sum += fine[at + points.width()] + fine[at + points.width() + 1];
                    assertThat(sum / 4).isCloseTo(coarse[i], offset(1e-5f));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static boolean ramped(float[] shares, int at, int width) {
        for (int point : new int[] {at, at + 1, at + width, at + width + 1}) {
            if (shares[point] <= 0 || shares[point] >= 1) {
                return false;
            }
        }
        return true;
    }

    private static List<float[]> sample(TextureModel model, TrainingNoise noise, RegionPlan plan) {
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
            NoiseInput input = new NoiseInput(noise, model.spec(), plan);
            TextureMix mix = TextureMix.plain(input.drawn(9, 2));
            return input.batch(9, 2, mix, new NamedTensors(waves), input.phases(9, 2)).stream()
                    .map(z -> z.map(Tensors::values).orElse(new float[0]))
                    .toList();
        }
    }
}
