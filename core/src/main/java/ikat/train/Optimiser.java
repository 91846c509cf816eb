package ikat.train;

import ikat.text.Checks;

/**
 * How both networks learn: Adam's rates and moments, and the weights of the losses.
 *
 * @param learningRate Adam's step for both networks, 1e-7 to 1
 * @param finalRate the learning rate at the end, as a share of the first; it falls over the second
 *     half
 * @param waveRate learning rate of the wave vectors, as a multiple of the networks', 0 to 1000
 * @param discriminatorRate learning rate of the discriminator, as a multiple of the generator's, 0
 *     to 1000
 * @param momentum Adam's β1, 0 to 0.9999
 * @param averaging decay of the moving average of the generator's weights, per step, 0 to 0.999999
 * @param featureWeight weight of matching Gram matrices of the discriminator's features, 0 to 1000
 * @param phaseWeight weight of matching pixels at the same phase of the waves, 0 to 1000; 0 without
 *     waves or with global channels
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

    public Optimiser {
        Checks.range("learningRate", learningRate, 1e-7, 1);
        Checks.range("finalRate", finalRate, 0, 1);
        Checks.range("waveRate", waveRate, 0, 1000);
        Checks.range("discriminatorRate", discriminatorRate, 0, 1000);
        Checks.range("momentum", momentum, 0, 0.9999);
        Checks.range("averaging", averaging, 0, 0.999999);
        Checks.range("featureWeight", featureWeight, 0, 1000);
        Checks.range("phaseWeight", phaseWeight, 0, 1000);
    }
}
