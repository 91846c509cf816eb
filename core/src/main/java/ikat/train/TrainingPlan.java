package ikat.train;

import ikat.image.Mirroring;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.text.Checks;
import java.util.List;
import java.util.Map;

/**
 * Everything that a training does, resolved: what {@link PlanSettings} leave open is filled in from
 * the pictures by {@link PlanFactory}. Stored in the model file as it is.
 *
 * @param width from which the channels were chosen
 * @param patchPixels side of the square training crops
 * @param batch crops a step
 * @param mirroring whether crops are mirrored at random
 * @param localChannels channels of noise drawn anew in every cell
 * @param globalChannels channels of noise that select the texture
 * @param waves starting frequencies of the learned waves; empty for none
 * @param overtones combinations of the first two waves that follow them
 * @param waveStages the stages of the generator that take the waves, counted from 0
 * @param waveHidden hidden units of the network that bends the waves; 0 without waves or global
 *     channels
 * @param codes how the global vectors of the samples come about; of no meaning without global
 *     channels
 * @param mixedShare share of a batch whose code is a mixture of two
 * @param placePixels distance of the places that have codes of their own in a picture that is no
 *     single texture, or 0 for one code a picture
 * @param pictureWaves for each picture the frequencies that its own waves start from; none where
 *     all start from {@code waves}
 * @param layout whether pictures have any size or come from a single cell
 * @param generatorChannels channels after each stage but the last, from coarse to fine
 * @param smoothStages how many of the last stages enlarge smoothly: no checkerboard, less fine
 *     grain
 * @param discriminatorChannels channels after each layer but the last, from fine to coarse
 * @param learningRate Adam's step for both networks
 * @param finalRate the learning rate at the end, as a share of the first; it falls over the second
 *     half
 * @param waveRate learning rate of the wave vectors, as a multiple of the networks'
 * @param discriminatorRate learning rate of the discriminator, as a multiple of the generator's
 * @param momentum Adam's β1
 * @param averaging decay of the moving average of the generator's weights, per step
 * @param featureWeight weight of matching Gram matrices of the discriminator's features
 * @param phaseWeight weight of matching pixels at the same phase of the waves; 0 without waves or
 *     with global channels
 * @param selection which state becomes the model
 * @param steps generator steps, or 0 where {@code seconds} counts
 * @param seconds time to train, or 0 where {@code steps} counts
 * @param seed of everything random
 */
public record TrainingPlan(
        Width width,
        int patchPixels,
        int batch,
        Mirroring mirroring,
        int localChannels,
        int globalChannels,
        List<Frequency> waves,
        List<Overtone> overtones,
        List<Integer> waveStages,
        int waveHidden,
        Codes codes,
        double mixedShare,
        int placePixels,
        List<List<Frequency>> pictureWaves,
        Layout layout,
        List<Integer> generatorChannels,
        int smoothStages,
        List<Integer> discriminatorChannels,
        double learningRate,
        double finalRate,
        double waveRate,
        double discriminatorRate,
        double momentum,
        double averaging,
        double featureWeight,
        double phaseWeight,
        Selection selection,
        long steps,
        double seconds,
        long seed) {

    /** Enlargement by the first stage of a model of one cell. */
    public static final int ONE_CELL_SCALE = 8;

    public TrainingPlan {
        waves = List.copyOf(waves);
        overtones = List.copyOf(overtones);
        waveStages = List.copyOf(waveStages);
        pictureWaves = pictureWaves.stream().map(List::copyOf).toList();
        generatorChannels = List.copyOf(generatorChannels);
        discriminatorChannels = List.copyOf(discriminatorChannels);
        Checks.range("smoothStages", smoothStages, 0, generatorChannels.size() + 1);
        Checks.range("batch", batch, 1, 256);
        Checks.range("mixedShare", mixedShare, 0, 0.75);
        Checks.range("placePixels", placePixels, 0, 100_000);
        Checks.range("depth", generatorChannels.size() + 1, 2, 7);
        checkWaveStages(waveStages, generatorChannels.size());
        Checks.range("patchPixels", patchPixels, 1 << discriminatorChannels.size() + 1, 1024);
        Checks.range("learningRate", learningRate, 1e-7, 1);
        Checks.range("finalRate", finalRate, 0, 1);
        Checks.range("waveRate", waveRate, 0, 1000);
        Checks.range("discriminatorRate", discriminatorRate, 0, 1000);
        Checks.range("momentum", momentum, 0, 0.9999);
        Checks.range("averaging", averaging, 0, 0.999999);
        Checks.range("featureWeight", featureWeight, 0, 1000);
        Checks.range("phaseWeight", phaseWeight, 0, 1000);
        if (phaseWeight > 0
                && !MatchedPhases.meant(waves.size(), globalChannels, mirroring, batch)) {
            throw new IllegalArgumentException(
                    "phaseWeight is "
                            + phaseWeight
                            + ", but above 0 it needs one or two waves, a batch of two or more, and"
                            + " neither global channels nor mirroring; leave it out or give 0");
        }
        Checks.range("steps", steps, 0, 100_000_000);
        Checks.range("seconds", seconds, 0, 1e7);
        if (layout == Layout.ONE_CELL) {
            checkOneCell(patchPixels, generatorChannels.size() + 1, globalChannels + waves.size());
        }
        if (steps > 0 == seconds > 0) {
            throw new IllegalArgumentException(
                    "steps are "
                            + steps
                            + " and seconds "
                            + seconds
                            + ", but exactly one must be above 0");
        }
    }

    /**
     * Side in pixels of the picture that one cell makes (DCGAN): the first stage makes 8x8 of it,
     * each other stage doubles that, and the outer quarter on each side would need a second cell.
     *
     * @param depth stages of the generator
     */
    public static int onePicture(int depth) {
        return ONE_CELL_SCALE << (depth - 2);
    }

    /**
     * Stages of the generator; one cell becomes {@code 2^depth} pixels square where pictures are
     * endless.
     */
    public int depth() {
        return generatorChannels.size() + 1;
    }

    private static void checkWaveStages(List<Integer> stages, int last) {
        stages.forEach(stage -> Checks.range("an entry of waveStages", stage, 0, last));
        List<Integer> ordered = stages.stream().distinct().sorted().toList();
        if (stages.isEmpty() || !stages.equals(ordered)) {
            throw new IllegalArgumentException(
                    "waveStages is "
                            + stages
                            + ", but must name one stage or more, each once and in order");
        }
    }

    private static void checkOneCell(int patchPixels, int depth, int others) {
        if (patchPixels != onePicture(depth)) {
            throw new IllegalArgumentException(
                    "patchPixels is "
                            + patchPixels
                            + ", but the pictures of one cell have "
                            + onePicture(depth)
                            + " at depth "
                            + depth);
        }
        if (others > 0) {
            throw new IllegalArgumentException(
                    "a model of one cell has neither waves nor global channels; leave them out");
        }
    }

    /** This plan with other starting frequencies of the waves that all pictures share. */
    public TrainingPlan withWaves(List<Frequency> others) {
        return new TrainingPlan(
                width,
                patchPixels,
                batch,
                mirroring,
                localChannels,
                globalChannels,
                others,
                overtones,
                waveStages,
                waveHidden,
                codes,
                mixedShare,
                placePixels,
                pictureWaves,
                layout,
                generatorChannels,
                smoothStages,
                discriminatorChannels,
                learningRate,
                finalRate,
                waveRate,
                discriminatorRate,
                momentum,
                averaging,
                featureWeight,
                phaseWeight,
                selection,
                steps,
                seconds,
                seed);
    }

    /** How the noise channels are divided. */
    public NoiseSpec noise() {
        return new NoiseSpec(localChannels, globalChannels, waves.size(), overtones, waveStages);
    }

    /** The plan as JSON. */
    public String toJson() {
        return PlanJson.write(this);
    }

    /**
     * The plan that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text is not such a plan
     */
    public static TrainingPlan fromJson(String json) {
        return PlanJson.read(json);
    }

    /** The plan as texts, numbers, lists and maps, as a model file stores it. */
    public Map<String, Object> toMap() {
        return PlanJson.map(this);
    }

    /**
     * Checks that another plan learns the same way, whatever the length of the training.
     *
     * @throws IllegalArgumentException naming the first difference
     */
    public void requireSameLearning(TrainingPlan earlier) {
        Map<String, Object> then = earlier.toMap();
        toMap().forEach(
                        (name, value) -> {
                            boolean length = name.equals("steps") || name.equals("seconds");
                            if (!length && !value.equals(then.get(name))) {
                                throw new IllegalArgumentException(
                                        name
                                                + " was "
                                                + then.get(name)
                                                + " and is now "
                                                + value
                                                + ", but must stay the same");
                            }
                        });
    }
}
