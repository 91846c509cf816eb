package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weights;
import ikat.noise.TrainingNoise;
import ikat.render.Engines;
import ikat.render.Equations;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import ikat.torch.Tensors;
import ikat.train.CodedTextures;
import ikat.train.Frequency;
import ikat.train.PrincipalColours;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model file against the network that was trained: its kernels, its folded batch norm and its
 * population statistics.
 */
class ExportedModelTest {

    private static final Exemplar CLOTH = Trainings.cloth();
    private static final Exemplars EXEMPLARS = Exemplars.of(CLOTH);
    private static final int BATCH = 4; // of the plans of Trainings
    private static final int PATCH = 48;
    private static final List<Frequency> WAVES =
            List.of(new Frequency(1 / 16.0, 0), new Frequency(0, 1 / 20.0));

    /**
     * With the statistics of one batch, what is rendered of that batch's noise is what the network
     * makes of it in training.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void enginesRenderWhatTheTrainedNetworkMakes(int smoothStages) {
        TrainingPlan plan = smooth(Trainings.plan(CLOTH, 5, WAVES, 2), smoothStages);
        PatchSampler sampler = new PatchSampler(EXEMPLARS, PATCH, 3);
        var axes = PrincipalColours.of(EXEMPLARS);
        try (Networks networks = new Networks(plan, axes, CodedTextures.NONE, sampler);
                ColourTransform colours = new ColourTransform(axes)) {
            TrainingStep training = new TrainingStep(plan, networks, sampler, colours);
            for (int step = 0; step < 5; step++) {
                training.take(step, 1e-3);
            }
            TextureModel model = model(networks.spec, networks.averaged(1));
            List<float[]> noise = noise(model, Networks.STATISTICS_STEP);
            float[] trained = forward(plan, networks, model);
            for (String engine : List.of("java", "torch")) {
                try (Generator generator = Engines.named(engine, model, 1)) {
                    for (int sample = 0; sample < BATCH; sample++) {
                        float[] rendered =
                                generator.features(part(noise, sample), patch(model.spec()), 3);
                        assertThat(rendered)
                                .as(engine)
                                .containsExactly(part(trained, sample), within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void populationStatisticsOfTheLastStateAreOfAllBatches() throws IOException {
        assertStatisticsOfAllBatches(Trainings.toTheLast(Trainings.plan(CLOTH, 20, WAVES, 2)));
    }

    @Test
    void populationStatisticsOfTheSelectedStateAreOfAllBatches() throws IOException {
        assertStatisticsOfAllBatches(Trainings.plan(CLOTH, 20, WAVES, 2));
    }

    private static void assertStatisticsOfAllBatches(TrainingPlan plan) throws IOException {
        TextureModel model =
                new TorchTrainer(1).train(TrainingJob.of(EXEMPLARS, plan), TrainingListener.SILENT);
        Moments[] moments = {new Moments(), new Moments()};
        for (int batch = 0; batch < 32; batch++) {
            see(model, noise(model, Networks.STATISTICS_STEP + batch), moments);
        }
        for (int stage = 0; stage < 2; stage++) {
            String name = "stages." + stage + ".norm.running_";
            float[] means = model.weights().get(name + "mean").values();
            float[] variances = model.weights().get(name + "var").values();
            for (int c = 0; c < means.length; c++) {
                double deviation = Math.sqrt(moments[stage].variance(c));
                assertThat((double) means[c])
                        .isCloseTo(moments[stage].mean(c), within(1e-3 * deviation));
                assertThat(Math.sqrt(variances[c])).isCloseTo(deviation, within(1e-3 * deviation));
            }
        }
    }

    /** Sums over batches of each batch's mean and mean square. */
    private static final class Moments {

        private double[] means = {};
        private double[] squares = {};
        private int batches;

        /** Of {@code [sample][channel][row][column]}. */
        void add(double[][][][] x) {
            means = Arrays.copyOf(means, x[0].length);
            squares = Arrays.copyOf(squares, x[0].length);
            batches++;
            for (double[][][] sample : x) {
                for (int c = 0; c < sample.length; c++) {
                    int count = x.length * sample[c].length * sample[c][0].length;
                    for (double[] row : sample[c]) {
                        for (double value : row) {
                            means[c] += value / count;
                            squares[c] += value * value / count;
                        }
                    }
                }
            }
        }

        double mean(int channel) {
            return means[channel] / batches;
        }

        double variance(int channel) {
            return squares[channel] / batches - mean(channel) * mean(channel);
        }
    }

    /** The generator in training, by the equations: each norm works with its own batch. */
    private static void see(TextureModel model, List<float[]> noise, Moments[] moments) {
        RegionPlan patch = patch(model.spec());
        double[][][][] x = new double[BATCH][0][][];
        for (int stage = 0; stage < moments.length; stage++) {
            Moments batch = new Moments();
            for (int n = 0; n < BATCH; n++) {
                float[] entering = part(noise.get(stage), n);
                x[n] = Equations.beside(x[n], entering, patch.inputs().get(stage));
                x[n] = Equations.convolved(model, stage, x[n], patch.crops().get(stage));
            }
            moments[stage].add(x);
            batch.add(x);
            Stage shape = model.spec().stages().get(stage);
            float[] mean = new float[shape.outChannels()];
            float[] variance = new float[shape.outChannels()];
            for (int c = 0; c < mean.length; c++) {
                mean[c] = (float) batch.mean(c);
                variance[c] = (float) batch.variance(c);
            }
            for (int n = 0; n < BATCH; n++) {
                Equations.normalise(model, stage, x[n], mean, variance);
                Equations.activate(shape.activation(), x[n]);
            }
        }
    }

    /** What the training network makes of the first batch of the statistics. */
    private static float[] forward(TrainingPlan plan, Networks networks, TextureModel model) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard();
                StageKernels kernels = new StageKernels(networks.spec, plan)) {
            GeneratorNetwork network =
                    new GeneratorNetwork(networks.spec, patch(networks.spec), kernels);
            return Tensors.values(
                    network.forward(
                            inputs(model, Networks.STATISTICS_STEP),
                            networks.generatorParameters.averages(),
                            null));
        }
    }

    private static List<float[]> noise(TextureModel model, long step) {
        try (PointerScope scope = new PointerScope()) {
            return inputs(model, step).stream()
                    .map(z -> z.map(Tensors::values).orElse(new float[0]))
                    .toList();
        }
    }

    private static List<Optional<Tensor>> inputs(TextureModel model, long step) {
        Map<String, Tensor> waves = new LinkedHashMap<>();
        model.weights()
                .asMap()
                .forEach(
                        (name, weight) -> {
                            long[] shape = Tensors.longs(weight.shape());
                            if (name.startsWith("waves.")) {
                                waves.put(name, Tensors.of(weight.values(), shape));
                            }
                        });
        ModelSpec spec = model.spec();
        NoiseInput input = new NoiseInput(new TrainingNoise(spec.noise(), 3), spec, patch(spec));
        TextureMix textures = TextureMix.plain(input.drawn(step, BATCH));
        return input.batch(
                step, BATCH, textures, new NamedTensors(waves), input.phases(step, BATCH));
    }

    private static RegionPlan patch(ModelSpec spec) {
        return RegionPlan.of(spec, new PixelRegion(0, 0, PATCH, PATCH));
    }

    private static TextureModel model(ModelSpec spec, Weights weights) {
        TrainingJob job = TrainingJob.of(EXEMPLARS, Trainings.plan(CLOTH, 5, WAVES, 2));
        return new TextureModel(spec, weights, Map.of(), Origin.of(job, 5, Duration.ZERO));
    }

    private static TrainingPlan smooth(TrainingPlan plan, int stages) {
        Map<String, Object> entries = plan.toMap();
        entries.put("smoothStages", stages);
        return Trainings.plan(entries);
    }

    private static List<float[]> part(List<float[]> batch, int sample) {
        List<float[]> parts = new ArrayList<>();
        batch.forEach(all -> parts.add(part(all, sample)));
        return parts;
    }

    private static float[] part(float[] batch, int sample) {
        int size = batch.length / BATCH;
        return Arrays.copyOfRange(batch, sample * size, (sample + 1) * size);
    }
}
