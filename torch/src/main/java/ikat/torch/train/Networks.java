package ikat.torch.train;

import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.Stage;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.noise.TrainingNoise;
import ikat.render.RegionPlan;
import ikat.torch.Tensors;
import ikat.train.CodedTextures;
import ikat.train.Layout;
import ikat.train.Technique.Border;
import ikat.train.Technique.WaveStart;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** The two networks of a training and the learned waves, with their parameters. */
public final class Networks implements AutoCloseable {

    /** Kernel of every stage of the generator. */
    private static final int KERNEL = 3;

    /** First step whose noise population statistics are measured with; no training gets so far. */
    static final long STATISTICS_STEP = 1L << 31;

    private static final long OTHERS_STEP = 1L << 30;

    private final TrainingPlan plan;
    private final PatchSampler sampler;
    public final ModelSpec spec;
    public final Parameters generatorParameters;
    public final Parameters waveParameters;
    final Parameters waveNetworkParameters;
    final Parameters codeParameters;
    public final Parameters discriminatorParameters;
    final Discriminator discriminator;
    private final GeneratorNetwork generator;
    private final NoiseInput noise;
    private final GeneratorNetwork rendering;
    private final NoiseInput renderingNoise;
    private final SampleCodes sampleCodes;
    private final StageKernels kernels;

    public Networks(
            TrainingPlan plan, ColourAxes colour, CodedTextures coded, PatchSampler sampler) {
        this.plan = plan;
        this.sampler = sampler;
        this.spec = spec(plan, colour, coded.textures());
        this.sampleCodes = new SampleCodes(plan, coded.textures(), sampler);
        this.kernels = new StageKernels(spec, plan);
        Initial initial = new Initial(plan.seed());
        this.generatorParameters = new Parameters(initial.generator(spec, kernels));
        Map<String, Weight> codes = Initial.codes(coded.startingCodes());
        this.waveParameters = new Parameters(Initial.waves(plan, spec));
        this.waveNetworkParameters = new Parameters(Initial.waveNetwork(plan, spec, codes));
        this.codeParameters = new Parameters(codes);
        this.discriminatorParameters =
                new Parameters(initial.discriminator(plan, colour.channels(), codes()));
        this.discriminator = new Discriminator(discriminatorParameters, plan);
        boolean padded = plan.technique().border() == Border.ZERO;
        int side = plan.crops().patchPixels();
        RegionPlan region = padded ? RegionPlan.padded(spec, side) : patch(side);
        this.generator = new GeneratorNetwork(spec, region, kernels, plan.technique().border());
        this.noise = noise(region);
        boolean different = padded && spec.picturePixels() == 0;
        RegionPlan inside = different ? patch(side) : region;
        this.rendering = different ? new GeneratorNetwork(spec, inside, kernels) : generator;
        this.renderingNoise = different ? noise(inside) : noise;
    }

    private RegionPlan patch(int side) {
        return RegionPlan.of(spec, new PixelRegion(0, 0, side, side));
    }

    private NoiseInput noise(RegionPlan region) {
        return new NoiseInput(
                new TrainingNoise(plan.noise().spec(), plan.seed()),
                spec,
                region,
                plan.technique().waveform());
    }

    /** All parameters, by the prefix of their state in a checkpoint. */
    Map<String, Parameters> parameters() {
        Map<String, Parameters> all = new LinkedHashMap<>();
        all.put("generator.", generatorParameters);
        all.put("waves.", waveParameters);
        all.put("bend.", waveNetworkParameters);
        all.put("codes.", codeParameters);
        all.put("discriminator.", discriminatorParameters);
        return all;
    }

    /** The parameters that the generator's loss trains. */
    List<Parameters> trainedWithGenerator() {
        return List.of(generatorParameters, waveParameters, waveNetworkParameters, codeParameters);
    }

    /** The shape of the model that a plan leads to. */
    public static ModelSpec spec(
            TrainingPlan plan, ColourAxes colour, List<NamedTexture> textures) {
        List<Stage> stages = new ArrayList<>();
        int in = plan.noise().spec().channels();
        boolean oneCell = plan.shape().layout() == Layout.ONE_CELL;
        for (int out : plan.shape().generatorChannels()) {
            boolean spreads = oneCell && stages.isEmpty();
            int kernel = spreads ? 1 : KERNEL;
            int scale = spreads ? plan.oneCellScale() : 2;
            stages.add(new Stage(in, out, kernel, scale, true, Activation.RELU));
            in = out + plan.noise().spec().channelsInto(stages.size());
        }
        stages.add(new Stage(in, colour.channels(), KERNEL, 2, false, Activation.TANH));
        return new ModelSpec(
                plan.noise().spec(),
                stages,
                colour,
                plan.noise().waveHidden(),
                textures,
                oneCell ? plan.crops().patchPixels() : 0);
    }

    /** Generates the patches of a training step, in the networks' colours. */
    Tensor generate(long step) {
        return generate(step, Parameters::leaves, phases(step), null);
    }

    /** Patches of noise that no other step draws, without a graph. */
    Tensor generateOthers(long step) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return generate(OTHERS_STEP + step);
        }
    }

    private Tensor generate(
            long step,
            Function<Parameters, NamedTensors> state,
            Phases phases,
            @Nullable PopulationStatistics statistics) {
        TextureMix textures = textures(step, state.apply(codeParameters));
        NamedTensors waves = state.apply(waveParameters).and(state.apply(waveNetworkParameters));
        // A model renders without a border, so its statistics are those of a texture's inside.
        NoiseInput input = statistics == null ? noise : renderingNoise;
        List<Optional<Tensor>> z = input.batch(step, plan.crops().batch(), textures, waves, phases);
        GeneratorNetwork network = statistics == null ? generator : rendering;
        return network.forward(z, state.apply(generatorParameters), statistics);
    }

    /**
     * The phases of the real patches if fake ones are compared with them there, else random ones.
     */
    public Phases phases(long step) {
        if (plan.optimiser().phaseWeight() == 0) {
            return noise.phases(step, plan.crops().batch());
        }
        float[] x = new float[plan.crops().batch()];
        float[] y = new float[plan.crops().batch()];
        double cell = spec.cellPixels();
        for (int i = 0; i < x.length; i++) {
            PatchSampler.Corner corner = sampler.corner(step, PhaseMatching.placedLike(i));
            x[i] = (float) ((corner.x() + plan.crops().patchPixels() / 2.0) / cell);
            y[i] = (float) ((corner.y() + plan.crops().patchPixels() / 2.0) / cell);
        }
        return Phases.at(x, y, spec.noise().waves());
    }

    /** How far the fake patches of whole textures are from the real ones at the same phase. */
    Tensor phaseDistance(Tensor real, Tensor fake) {
        long whole = codes() == 0 ? real.size(0) : sampleCodes.matched();
        return PhaseMatching.distance(real.narrow(0, 0, whole), fake.narrow(0, 0, whole));
    }

    /**
     * Whether the wave vectors that all textures share stay where they started: then the network
     * that adds to them is all that moves them, as published.
     */
    boolean wavesAreFixed() {
        return plan.technique().waveStart() == WaveStart.FIXED && spec.waveHidden() > 0;
    }

    /** The losses of a step. */
    Criterion criterion(long step) {
        if (codes() == 0) {
            return Criterion.PLAIN;
        }
        Tensor table = discriminatorParameters.leaves().get(Initial.EMBEDDINGS);
        Tensor mismatches = Tensors.of(sampleCodes.mismatches(step), plan.crops().batch());
        return new MatchedCriterion(
                table(sampleCodes.own(step)).matmul(table),
                sampler.together(),
                mismatches,
                sampleCodes.matched());
    }

    private int codes() {
        return spec.textures().stream().mapToInt(NamedTexture::codes).sum();
    }

    /** The textures of a step's samples. */
    private TextureMix textures(long step, NamedTensors codes) {
        if (codes() == 0) {
            return TextureMix.plain(noise.drawn(step, plan.crops().batch()));
        }
        Tensor table = codes.get(Initial.CODES);
        Tensor own = table(sampleCodes.own(step)).matmul(table);
        int mixed = plan.crops().batch() - sampleCodes.matched();
        return mixed == 0
                ? TextureMix.plain(own)
                : noise.mixed(step, mixed, own, table(sampleCodes.other(step)).matmul(table));
    }

    private Tensor table(float[] shares) {
        return Tensors.of(shares, plan.crops().batch(), codes());
    }

    /**
     * The averaged generator with population statistics.
     *
     * @param batches how many batches the statistics are taken over
     */
    public Weights averaged(int batches) {
        PopulationStatistics statistics = new PopulationStatistics(spec);
        for (int i = 0; i < batches; i++) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                long step = STATISTICS_STEP + i;
                Phases phases = noise.phases(step, plan.crops().batch());
                generate(step, Parameters::averages, phases, statistics);
            }
        }
        Map<String, Weight> weights = new LinkedHashMap<>(generatorParameters.averagedWeights());
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            kernels.describe(generatorParameters.averages(), weights);
        }
        weights.putAll(waveParameters.averagedWeights());
        weights.putAll(waveNetworkParameters.averagedWeights());
        weights.putAll(statistics.weights());
        weights.putAll(codeParameters.averagedWeights());
        return Weights.of(weights);
    }

    @Override
    public void close() {
        parameters().values().forEach(Parameters::close);
        kernels.close();
    }
}
