package ikat.torch.train;

import ikat.image.PatchSampler;
import ikat.torch.Tensors;
import ikat.torch.train.Discriminator.Output;
import ikat.train.Technique.Fakes;
import ikat.train.TrainingPlan;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * One step of training: the discriminator's, then the generator's on the same fake patches.
 *
 * <p>The order of the computation, with the places where it differs from the published one:
 *
 * <ol>
 *   <li>Real patches {@code [N, C, P, P]} are brought into the network's colours, and the generator
 *       makes N fake ones. Its graph is kept: the fake patches of the discriminator's step are
 *       those of the generator's step, which saves a forward pass, unless the plan wants fresh ones
 *       [1, algorithm 1].
 *   <li>The discriminator is run on the real and on the fake patches separately, so that its batch
 *       norm never mixes their statistics, and on detached fake patches, so that no gradient
 *       reaches the generator. Losses are computed from logits: a saturated sigmoid has no
 *       logarithm.
 *   <li>While its loss is below the plan's {@code restLoss}, the discriminator takes no step.
 *   <li>For the feature term the real patches are run once more without a graph, since the
 *       discriminator has changed; where it has not, the first output is used again.
 *   <li>The generator's loss is the non-saturating one [1, section 3], plus the weighted feature
 *       and phase terms. One backward pass fills the gradients of the generator, of the wave
 *       vectors, of the network that computes them from the global vector, and of the codes; the
 *       discriminator's parameters require no gradient meanwhile, so that the pass computes none
 *       for them.
 *   <li>Each of these four takes its own step of Adam [2] at its own rate, and its moving average
 *       follows. Parameters that are not stepped here are not trained at all: the published code
 *       left its wave numbers out.
 * </ol>
 *
 * <p>All tensors of a step are freed when it ends, by one {@code PointerScope}. All randomness is a
 * function of the seed and the step, so that a resumed training repeats it bit for bit.
 *
 * <p>[1] Goodfellow et al. 2014, Generative Adversarial Nets, arXiv 1406.2661. [2] Kingma and Ba
 * 2015, Adam, arXiv 1412.6980.
 */
public final class TrainingStep {

    /**
     * The losses of a step.
     *
     * @param discriminator in nats
     * @param generator in nats, without the feature term
     * @param feature the feature term, unweighted
     * @param contrast standard deviation of the fake patches over that of the real ones
     */
    public record Losses(double discriminator, double generator, double feature, double contrast) {

        boolean finite() {
            return Double.isFinite(discriminator + generator + feature + contrast);
        }
    }

    private final TrainingPlan plan;
    private final Networks networks;
    private final PatchSampler sampler;
    private final ColourTransform colours;
    private final float[] patches;

    public TrainingStep(
            TrainingPlan plan, Networks networks, PatchSampler sampler, ColourTransform colours) {
        this.plan = plan;
        this.networks = networks;
        this.sampler = sampler;
        this.colours = colours;
        this.patches =
                new float
                        [plan.crops().batch()
                                * networks.spec.colourChannels()
                                * plan.crops().patchPixels()
                                * plan.crops().patchPixels()];
    }

    /**
     * Takes a step.
     *
     * @param step counted from 0
     * @param rate learning rate of both networks
     */
    public Losses take(long step, double rate) {
        try (PointerScope scope = new PointerScope()) {
            Tensor real = real(step);
            Tensor fake = networks.generate(step);
            networks.discriminatorParameters.clearGradients();
            networks.discriminatorParameters.setTrained(true);
            Output onReal = networks.discriminator.forward(real);
            boolean shared = plan.technique().fakes() == Fakes.SHARED;
            Tensor judged = shared ? fake.detach() : networks.generateOthers(step);
            double discriminator = updateDiscriminator(step, rate, onReal, judged);
            // A discriminator that has taken no step would give the same output again.
            boolean changed =
                    discriminator >= plan.technique().restLoss()
                            && plan.optimiser().featureWeight() > 0;
            Output known = changed ? outputWithoutGraph(real) : onReal;
            Losses losses = updateGenerator(step, rate, real, known, fake);
            return new Losses(
                    discriminator, losses.generator(), losses.feature(), losses.contrast());
        }
    }

    private Tensor real(long step) {
        sampler.fill(step, plan.crops().batch(), patches);
        int side = plan.crops().patchPixels();
        return colours.toNetwork(
                Tensors.of(
                        patches, plan.crops().batch(), networks.spec.colourChannels(), side, side));
    }

    private double updateDiscriminator(long step, double rate, Output onReal, Tensor fake) {
        Parameters parameters = networks.discriminatorParameters;
        Tensor loss =
                networks.criterion(step)
                        .discriminator(onReal, networks.discriminator.forward(fake));
        double value = loss.item_float();
        if (value < plan.technique().restLoss()) {
            return value;
        }
        loss.backward();
        parameters.decay(plan.technique().weightDecay());
        parameters.step(
                step + 1, rate * plan.optimiser().discriminatorRate(), plan.optimiser().momentum());
        return value;
    }

    private Losses updateGenerator(
            long step, double rate, Tensor real, Output onReal, Tensor fake) {
        networks.trainedWithGenerator().forEach(Parameters::clearGradients);
        networks.discriminatorParameters.setTrained(false);
        Criterion criterion = networks.criterion(step);
        Output output = networks.discriminator.forward(fake);
        Tensor adversarial = criterion.generator(output);
        Tensor loss = adversarial;
        double feature = 0;
        if (plan.optimiser().featureWeight() > 0) {
            Tensor distance = criterion.distance(onReal, output);
            loss = loss.add(distance.mul(Tensors.scalar(plan.optimiser().featureWeight())));
            feature = distance.item_float();
        }
        if (plan.optimiser().phaseWeight() > 0) {
            Tensor distance = networks.phaseDistance(real, fake);
            loss = loss.add(distance.mul(Tensors.scalar(plan.optimiser().phaseWeight())));
        }
        loss.backward();
        networks.generatorParameters.decay(plan.technique().weightDecay());
        networks.generatorParameters.step(step + 1, rate, plan.optimiser().momentum());
        if (!networks.wavesAreFixed()) {
            networks.waveParameters.step(
                    step + 1, rate * plan.optimiser().waveRate(), plan.optimiser().momentum());
        }
        networks.waveNetworkParameters.step(
                step + 1, rate * waveNetworkRate(), plan.optimiser().momentum());
        networks.codeParameters.step(
                step + 1, rate * plan.technique().codeRate(), plan.optimiser().momentum());
        networks.codeParameters.clamp(1);
        double decay = decay(step);
        networks.trainedWithGenerator().forEach(parameters -> parameters.average(decay));
        return new Losses(0, adversarial.item_float(), feature, contrast(real, fake));
    }

    // Every hidden unit moves the wave vectors; together they may move them as fast as the base.
    private double waveNetworkRate() {
        boolean fitted = !plan.codes().pictureWaves().isEmpty();
        return fitted
                ? plan.optimiser().waveRate() / plan.noise().waveHidden()
                : plan.optimiser().waveRate();
    }

    private Output outputWithoutGraph(Tensor real) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return networks.discriminator.forward(real);
        }
    }

    // With a fixed decay the first random weights would stay in the average for long.
    private double decay(long step) {
        return Math.min(plan.optimiser().averaging(), (step + 1.0) / (step + 10.0));
    }

    private static double contrast(Tensor real, Tensor fake) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return fake.detach().std().item_float() / Math.max(real.std().item_float(), 1e-6);
        }
    }
}
