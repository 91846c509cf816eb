package ikat.torch;

import ikat.image.PixelRegion;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.noise.TrainingNoise;
import ikat.render.RegionPlan;
import ikat.torch.GeneratorNetwork.BatchStatistics;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** The two networks of a training and the learned waves, with their parameters. */
final class Networks implements AutoCloseable {

    /** Kernel of every stage of the generator. */
    private static final int KERNEL = 3;

    /** Noise of the batches that measure population statistics: never that of a training step. */
    private static final long STATISTICS_STEP = 1L << 31;

    private final TrainingPlan plan;
    final ModelSpec spec;
    final Parameters generatorParameters;
    final Parameters waveParameters;
    final Parameters discriminatorParameters;
    final Discriminator discriminator;
    private final GeneratorNetwork generator;
    private final NoiseInput noise;
    private final StageKernels kernels;

    Networks(TrainingPlan plan, ColourAxes colour) {
        this.plan = plan;
        this.spec = spec(plan, colour);
        this.kernels = new StageKernels(spec, plan.smoothStages());
        Initial initial = new Initial(plan.seed());
        this.generatorParameters = new Parameters(initial.generator(spec, kernels));
        this.waveParameters = new Parameters(Initial.waves(plan, spec));
        this.discriminatorParameters =
                new Parameters(
                        initial.discriminator(colour.channels(), plan.discriminatorChannels()));
        this.discriminator =
                new Discriminator(discriminatorParameters, plan.discriminatorChannels().size() + 1);
        RegionPlan region =
                RegionPlan.of(spec, new PixelRegion(0, 0, plan.patchPixels(), plan.patchPixels()));
        this.generator = new GeneratorNetwork(spec, region, kernels);
        this.noise = new NoiseInput(new TrainingNoise(plan.noise(), plan.seed()), region);
    }

    /** The shape of the model that a plan leads to. */
    static ModelSpec spec(TrainingPlan plan, ColourAxes colour) {
        List<Stage> stages = new ArrayList<>();
        int in = plan.noise().channels();
        for (int out : plan.generatorChannels()) {
            stages.add(new Stage(in, out, KERNEL, 2, true, Activation.RELU));
            in = out;
        }
        stages.add(new Stage(in, colour.channels(), KERNEL, 2, false, Activation.TANH));
        return new ModelSpec(plan.noise(), stages, colour, plan.waveHidden());
    }

    /** Generates the patches of a training step, in the networks' colours. */
    Tensor generate(long step) {
        Tensor z = noise.batch(step, plan.batch(), waveParameters.leaves());
        return generator.forward(z, generatorParameters.leaves(), BatchStatistics.DROPPED);
    }

    /**
     * The averaged generator with population statistics.
     *
     * @param batches how many batches the statistics are taken over
     */
    Weights averaged(int batches) {
        PopulationStatistics statistics = new PopulationStatistics(spec);
        for (int i = 0; i < batches; i++) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                Tensor z =
                        noise.batch(STATISTICS_STEP + i, plan.batch(), waveParameters.averages());
                generator.forward(z, generatorParameters.averages(), statistics);
            }
        }
        Map<String, Weight> weights = new LinkedHashMap<>(generatorParameters.averagedWeights());
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            kernels.describe(generatorParameters.averages(), weights);
        }
        weights.putAll(waveParameters.averagedWeights());
        weights.putAll(statistics.weights());
        return Weights.of(weights);
    }

    @Override
    public void close() {
        generatorParameters.close();
        waveParameters.close();
        discriminatorParameters.close();
        kernels.close();
    }
}
