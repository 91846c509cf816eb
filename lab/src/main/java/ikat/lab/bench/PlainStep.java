package ikat.lab.bench;

import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.Activation;
import ikat.model.Stage;
import ikat.noise.TrainingNoise;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import ikat.torch.Tensors;
import ikat.torch.train.ColourTransform;
import ikat.torch.train.Criterion;
import ikat.torch.train.Discriminator.Output;
import ikat.torch.train.FeatureMatching;
import ikat.torch.train.NamedTensors;
import ikat.torch.train.Networks;
import ikat.torch.train.NoiseInput;
import ikat.torch.train.Parameters;
import ikat.torch.train.PhaseMatching;
import ikat.torch.train.StageKernels;
import ikat.torch.train.TextureMix;
import ikat.torch.train.TrainingStep;
import ikat.torch.train.TrainingStep.Losses;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The very step that {@link TrainingStep} takes, as one writes it down on libtorch: one plane a
 * channel in memory, layers as they are in the papers, libtorch's optimiser, gradients of all that
 * has some. It is there to be compared with, in its losses and in time. Without codes.
 */
public final class PlainStep implements AutoCloseable {

    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] NONE = {0, 0};
    private static final double REST_LOSS = 0.4;

    private final TrainingPlan plan;
    private final Networks networks;
    private final PatchSampler sampler;
    private final ColourTransform colours;
    private final RegionPlan region;
    private final NoiseInput noise;
    private final StageKernels kernels;
    private final Map<String, Tensor> generator = new HashMap<>();
    private final Map<String, Tensor> discriminator = new HashMap<>();
    private final Map<String, Tensor> waves = new HashMap<>();
    private final Adam generatorSteps;
    private final Adam discriminatorSteps;
    private final Adam waveSteps;

    /**
     * A step that starts where other networks are.
     *
     * @param networks whose weights are copied
     * @param rate learning rate of both networks
     */
    public PlainStep(
            TrainingPlan plan,
            Networks networks,
            PatchSampler sampler,
            ColourTransform colours,
            double rate) {
        this.plan = plan;
        this.networks = networks;
        this.sampler = sampler;
        this.colours = colours;
        PixelRegion patch =
                new PixelRegion(0, 0, plan.crops().patchPixels(), plan.crops().patchPixels());
        this.region = RegionPlan.of(networks.spec, patch);
        this.noise =
                new NoiseInput(
                        new TrainingNoise(plan.noise().spec(), plan.seed()), networks.spec, region);
        this.kernels = new StageKernels(networks.spec, plan);
        this.generatorSteps = optimiser(networks.generatorParameters, generator, rate);
        this.discriminatorSteps =
                optimiser(
                        networks.discriminatorParameters,
                        discriminator,
                        rate * plan.optimiser().discriminatorRate());
        this.waveSteps =
                optimiser(networks.waveParameters, waves, rate * plan.optimiser().waveRate());
    }

    private Adam optimiser(Parameters from, Map<String, Tensor> copies, double rate) {
        TensorVector all = new TensorVector();
        from.leaves()
                .byName()
                .forEach(
                        (name, tensor) -> {
                            Tensor copy = tensor.detach().clone();
                            copy.set_requires_grad(true);
                            copies.put(name, copy);
                            all.push_back(copy);
                        });
        AdamOptions options = new AdamOptions(rate);
        // What is seen of the pair of decays is its memory, and there the second comes first.
        options.betas().put(0.999, plan.optimiser().momentum());
        return new Adam(all, options);
    }

    /** Takes a step and returns its losses, the contrast left out. */
    public Losses take(long step) {
        try (PointerScope scope = new PointerScope()) {
            Tensor real = real(step);
            Tensor fake = generate(step);
            discriminatorSteps.zero_grad();
            Tensor loss =
                    Criterion.isReal(forward(real).logits())
                            .add(Criterion.isFake(forward(fake.detach()).logits()));
            double value = loss.item_float();
            if (value >= REST_LOSS) {
                loss.backward();
                discriminatorSteps.step();
            }
            generatorSteps.zero_grad();
            waveSteps.zero_grad();
            Output output = forward(fake);
            Tensor adversarial = Criterion.isReal(output.logits());
            Tensor distance;
            try (NoGradGuard guard = new NoGradGuard()) {
                distance = torch.zeros(1).sum();
            }
            if (plan.optimiser().featureWeight() > 0) {
                distance = FeatureMatching.ofBatches(forward(real).features(), output.features());
            }
            Tensor all =
                    adversarial.add(distance.mul(Tensors.scalar(plan.optimiser().featureWeight())));
            if (plan.optimiser().phaseWeight() > 0) {
                Tensor phases = PhaseMatching.distance(real, fake);
                all = all.add(phases.mul(Tensors.scalar(plan.optimiser().phaseWeight())));
            }
            all.backward();
            generatorSteps.step();
            waveSteps.step();
            return new Losses(value, adversarial.item_float(), distance.item_float(), 0);
        }
    }

    private Tensor real(long step) {
        int side = plan.crops().patchPixels();
        int channels = networks.spec.colourChannels();
        float[] patches = new float[plan.crops().batch() * channels * side * side];
        sampler.fill(step, plan.crops().batch(), patches);
        Tensor pixels = Tensors.of(patches, plan.crops().batch(), channels, side, side);
        return colours.toNetwork(pixels).contiguous();
    }

    private Tensor generate(long step) {
        TextureMix textures = TextureMix.plain(noise.drawn(step, plan.crops().batch()));
        NamedTensors trained = new NamedTensors(generator);
        List<Optional<Tensor>> inputs =
                noise.batch(
                        step,
                        plan.crops().batch(),
                        textures,
                        new NamedTensors(waves),
                        networks.phases(step));
        Tensor x = inputs.get(0).orElseThrow().contiguous();
        for (int i = 0; i < networks.spec.stages().size(); i++) {
            Stage stage = networks.spec.stages().get(i);
            if (i > 0 && inputs.get(i).isPresent()) {
                x = torch.cat(new TensorVector(x, inputs.get(i).get().contiguous()), 1);
            }
            var bias =
                    stage.normalised()
                            ? Tensors.none()
                            : Tensors.optional(kernels.bias(i, trained));
            x = torch.conv2d(x, kernels.weight(i, trained), bias, ONE, NONE, ONE, 1);
            x = torch.pixel_shuffle(x, stage.scale());
            Crop crop = region.crops().get(i);
            x = x.narrow(2, crop.top(), crop.height()).narrow(3, crop.left(), crop.width());
            if (stage.normalised()) {
                x = trained.normalise("stages." + i, x);
            }
            x = stage.activation() == Activation.RELU ? torch.relu(x) : torch.tanh(x);
        }
        return x;
    }

    private Output forward(Tensor pictures) {
        NamedTensors weights = new NamedTensors(discriminator);
        int layers = plan.shape().discriminatorChannels().size() + 1;
        List<Tensor> features = new ArrayList<>();
        Tensor x = pictures;
        for (int i = 0; i < layers; i++) {
            String name = "layers." + i;
            Tensor bias = weights.find(name + ".bias");
            var added = bias == null ? Tensors.none() : Tensors.optional(bias);
            x = torch.conv2d(x, weights.get(name + ".weight"), added, TWO, TWO, ONE, 1);
            if (weights.find(name + ".norm.weight") != null) {
                x = weights.normalise(name, x);
            }
            if (i < layers - 1) {
                x = torch.leaky_relu(x, Tensors.scalar(0.2));
                features.add(x);
            }
        }
        return new Output(x, x.narrow(1, 0, 0), features);
    }

    @Override
    public void close() {
        for (Map<String, Tensor> all : List.of(generator, discriminator, waves)) {
            all.values().forEach(Tensor::close);
        }
        kernels.close();
    }
}
