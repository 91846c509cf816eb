package ikat.train;

import java.util.List;

/**
 * Optimisation of both networks: Adam's rates and moments, and the weights of the losses.
 *
 * @param learningRate Adam's step size for both networks, 1e-7 to 1
 * @param finalRate the learning rate at the end, as a share of the initial one; it decays over the
 *     second half of the training
 * @param waveRate learning rate of the wave vectors, as a multiple of the networks', 0 to 1000
 * @param discriminatorRate learning rate of the discriminator, as a multiple of the generator's, 0
 *     to 1000
 * @param momentum Adam's β1, 0 to 0.9999
 * @param averaging decay of the moving average of the generator's weights, per step, 0 to 0.999999
 * @param featureWeight weight of matching Gram matrices of the discriminator's features, 0 to 1000
 * @param phaseWeight weight of matching pixels at the same phase of the waves, 0 to 1000; must be 0
 *     without waves or with global channels
 */
public record Optimiser(
        double learningRate,
        double finalRate,
        double waveRate,
        double discriminatorRate,
        double momentum,
        double averaging,
        double featureWeight,
        double phaseWeight) {

    public static final Setting<Double> LEARNING_RATE =
            Setting.number("learningRate", 1e-7, 1)
                    .byDefault("0.0004")
                    .means("learning rate of both networks (Adam)");
    public static final Setting<Double> FINAL_RATE =
            Setting.number("finalRate", 0, 1)
                    .byDefault("0.05")
                    .means("share of the learning rate that is left at the end");
    public static final Setting<Double> WAVE_RATE =
            Setting.number("waveRate", 0, 1000)
                    .byDefault("2")
                    .means("learning rate of the waves, as a multiple of the networks'");
    public static final Setting<Double> DISCRIMINATOR_RATE =
            Setting.number("discriminatorRate", 0, 1000)
                    .byDefault("0.5 with waves or for a small picture, 0.7 with codes, else 1")
                    .means("learning rate of the discriminator, as a multiple of the generator's");
    public static final Setting<Double> MOMENTUM =
            Setting.number("momentum", 0, 0.9999).byDefault("0.5").means("Adam's first moment, β1");
    public static final Setting<Double> AVERAGING =
            Setting.number("averaging", 0, 0.999999)
                    .byDefault("0.995")
                    .means("decay of the moving average of the generator's weights");
    public static final Setting<Double> FEATURE_WEIGHT =
            Setting.number("featureWeight", 0, 1000)
                    .byDefault("0.5")
                    .means("weight of feature matching in the discriminator");
    public static final Setting<Double> PHASE_WEIGHT =
            Setting.number("phaseWeight", 0, 1000)
                    .byDefault("1 if the position in a picture determines the phase, else 0")
                    .means("weight of matching pixels at the same phase of the waves");
    static final List<Setting<?>> SETTINGS =
            List.of(
                    LEARNING_RATE,
                    FINAL_RATE,
                    WAVE_RATE,
                    DISCRIMINATOR_RATE,
                    MOMENTUM,
                    AVERAGING,
                    FEATURE_WEIGHT,
                    PHASE_WEIGHT);

    public Optimiser {
        LEARNING_RATE.check(learningRate);
        FINAL_RATE.check(finalRate);
        WAVE_RATE.check(waveRate);
        DISCRIMINATOR_RATE.check(discriminatorRate);
        MOMENTUM.check(momentum);
        AVERAGING.check(averaging);
        FEATURE_WEIGHT.check(featureWeight);
        PHASE_WEIGHT.check(phaseWeight);
    }
}
