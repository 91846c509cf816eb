package ikat.torch;

import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.model.Safetensors;
import ikat.model.Weight;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a training needs to go on as if it had never stopped; all randomness is a
 * function of the seed and the step, so the step stands for it.
 *
 * @param tensors values, moments and averages of all parameters
 * @param step steps done
 * @param seconds time spent training
 * @param rateShare share of the planned learning rate that is left: below 1 after a recovery
 */
record Checkpoint(Map<String, Weight> tensors, long step, double seconds, double rateShare) {

    private static final String FORMAT = "ikat-checkpoint";

    /** The state of networks between two steps. */
    static Checkpoint of(Networks networks, long step, double seconds, double rateShare) {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        tensors.putAll(networks.generatorParameters.state("generator."));
        tensors.putAll(networks.waveParameters.state("waves."));
        tensors.putAll(networks.bendParameters.state("bend."));
        tensors.putAll(networks.codeParameters.state("codes."));
        tensors.putAll(networks.discriminatorParameters.state("discriminator."));
        return new Checkpoint(tensors, step, seconds, rateShare);
    }

    /** Puts networks into this state. */
    void restore(Networks networks) {
        networks.generatorParameters.restore("generator.", tensors);
        networks.waveParameters.restore("waves.", tensors);
        networks.bendParameters.restore("bend.", tensors);
        networks.codeParameters.restore("codes.", tensors);
        networks.discriminatorParameters.restore("discriminator.", tensors);
    }

    void write(Path file, TrainingPlan plan, Exemplars exemplars) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("step", Long.toString(step));
        metadata.put("seconds", Double.toString(seconds));
        metadata.put("rate_share", Double.toString(rateShare));
        metadata.put("plan", plan.toJson());
        metadata.put("pictures", hashes(exemplars));
        new Safetensors(tensors, metadata).write(file);
    }

    /**
     * Reads the checkpoint of a training.
     *
     * @throws IOException one sentence, if the file is no checkpoint, or that of another training
     */
    static Checkpoint read(Path file, TrainingPlan plan, Exemplars exemplars) throws IOException {
        Safetensors content = Safetensors.read(file);
        Map<String, String> metadata = content.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new IOException(file.getFileName() + " is not a checkpoint of a training");
        }
        if (!hashes(exemplars).equals(metadata.get("pictures"))) {
            throw new IOException(
                    file.getFileName()
                            + " is the checkpoint of a training on other pictures; give the same"
                            + " ones, or start without resuming");
        }
        try {
            plan.requireSameLearning(TrainingPlan.fromJson(metadata.getOrDefault("plan", "")));
            return new Checkpoint(
                    content.tensors(),
                    Long.parseLong(metadata.getOrDefault("step", "")),
                    Double.parseDouble(metadata.getOrDefault("seconds", "")),
                    Double.parseDouble(metadata.getOrDefault("rate_share", "")));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file.getFileName() + " does not fit this training: " + e.getMessage(), e);
        }
    }

    private static String hashes(Exemplars exemplars) {
        return String.join(" ", exemplars.facts().stream().map(ExemplarFacts::sha256).toList());
    }
}
