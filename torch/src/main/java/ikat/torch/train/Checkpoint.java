package ikat.torch.train;

import static java.util.stream.Collectors.joining;

import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.model.Safetensors;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.text.Excerpt;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Everything that a training needs to be resumed as if it had never stopped. All randomness is a
 * function of the seed and the step, so it needs no state of its own.
 *
 * @param tensors values, moments and averages of all parameters
 * @param step steps done
 * @param seconds time spent training
 * @param rateShare share of the planned learning rate that is left: below 1 after a recovery
 * @param standing of the search for the best state
 */
record Checkpoint(
        Map<String, Weight> tensors,
        long step,
        double seconds,
        double rateShare,
        ModelSelection.Standing standing) {

    private static final String FORMAT = "ikat-checkpoint-2";

    /** Of earlier checkpoints, which have no checksum and are read as they are. */
    private static final String UNCHECKED = "ikat-checkpoint";

    private static final String CHECKSUM = "crc32c";
    private static final String BEST = "best.";

    /** Of the best state; earlier checkpoints have its {@code score}, which is another figure. */
    private static final String TOLD = "told";

    /** The state of networks between two steps. */
    static Checkpoint of(
            Networks networks,
            long step,
            double seconds,
            double rateShare,
            ModelSelection.Standing standing) {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        networks.parameters()
                .forEach((prefix, parameters) -> tensors.putAll(parameters.state(prefix)));
        return new Checkpoint(tensors, step, seconds, rateShare, standing);
    }

    /** Puts networks into this state. */
    void restore(Networks networks) {
        networks.parameters().forEach((prefix, parameters) -> parameters.restore(prefix, tensors));
    }

    void write(Path file, TrainingPlan plan, Exemplars exemplars) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("step", Long.toString(step));
        metadata.put("seconds", Double.toString(seconds));
        metadata.put("rate_share", Double.toString(rateShare));
        metadata.put("plan", plan.toJson());
        metadata.put("pictures", hashes(exemplars));
        metadata.put(TOLD, Double.toString(standing.told()));
        metadata.put("rounds", Integer.toString(standing.rounds()));
        Map<String, Weight> all = new LinkedHashMap<>(tensors);
        if (standing.best() != null) {
            standing.best().asMap().forEach((name, weight) -> all.put(BEST + name, weight));
        }
        metadata.put(CHECKSUM, checksum(all, metadata));
        new Safetensors(all, metadata).write(file);
    }

    /**
     * Reads the checkpoint of a training.
     *
     * @throws IOException one sentence, if the file is no checkpoint, or that of another training
     */
    static Checkpoint read(Path file, TrainingPlan plan, Exemplars exemplars) throws IOException {
        Safetensors content = Safetensors.read(file);
        Map<String, String> metadata = content.metadata();
        String format = metadata.get("format");
        if (!FORMAT.equals(format) && !UNCHECKED.equals(format)) {
            throw new IOException(file.getFileName() + " is not a checkpoint of a training");
        }
        if (FORMAT.equals(format)
                && !checksum(content.tensors(), metadata).equals(metadata.get(CHECKSUM))) {
            throw new IOException(
                    file.getFileName()
                            + " is damaged: its checksum is wrong; start without resuming");
        }
        if (!hashes(exemplars).equals(metadata.get("pictures"))) {
            throw new IOException(
                    file.getFileName()
                            + " is the checkpoint of a training on other pictures; give the same"
                            + " ones, or start without resuming");
        }
        requireFinite(file, content.tensors());
        try {
            plan.requireSameLearning(TrainingPlan.fromJson(metadata.getOrDefault("plan", "")));
            return new Checkpoint(
                    content.tensors(),
                    Long.parseLong(metadata.getOrDefault("step", "")),
                    Double.parseDouble(metadata.getOrDefault("seconds", "")),
                    Double.parseDouble(metadata.getOrDefault("rate_share", "")),
                    standing(content));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file.getFileName()
                            + " does not fit this training: "
                            + Excerpt.plain(String.valueOf(e.getMessage()), 400),
                    e);
        }
    }

    /** The CRC32C of all that a checkpoint holds besides, in the order of the names. */
    private static String checksum(Map<String, Weight> tensors, Map<String, String> metadata) {
        CRC32C sum = new CRC32C();
        new TreeMap<>(metadata)
                .forEach(
                        (name, text) -> {
                            if (!name.equals(CHECKSUM)) {
                                update(sum, name);
                                update(sum, text);
                            }
                        });
        new TreeMap<>(tensors)
                .forEach(
                        (name, weight) -> {
                            update(sum, name + Arrays.toString(weight.shape()));
                            for (float value : weight.values()) {
                                update(sum, Float.floatToRawIntBits(value));
                            }
                        });
        return Long.toHexString(sum.getValue());
    }

    private static void update(CRC32C sum, String text) {
        sum.update((text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    private static void update(CRC32C sum, int bits) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            sum.update(bits >> shift);
        }
    }

    /** One such value would spread to all weights, and show only in the finished model. */
    private static void requireFinite(Path file, Map<String, Weight> tensors) throws IOException {
        for (Map.Entry<String, Weight> tensor : tensors.entrySet()) {
            for (float value : tensor.getValue().values()) {
                if (!Float.isFinite(value)) {
                    throw new IOException(
                            "%s is damaged: %s holds %s; start without resuming"
                                    .formatted(file.getFileName(), tensor.getKey(), value));
                }
            }
        }
    }

    private static ModelSelection.Standing standing(Safetensors content) {
        Map<String, Weight> best = new LinkedHashMap<>();
        content.tensors()
                .forEach(
                        (name, weight) -> {
                            if (name.startsWith(BEST)) {
                                best.put(name.substring(BEST.length()), weight);
                            }
                        });
        if (!content.metadata().containsKey(TOLD)) {
            return ModelSelection.Standing.NONE;
        }
        return new ModelSelection.Standing(
                best.isEmpty() ? null : Weights.of(best),
                Double.parseDouble(content.metadata().getOrDefault(TOLD, "")),
                Integer.parseInt(content.metadata().getOrDefault("rounds", "")));
    }

    private static String hashes(Exemplars exemplars) {
        return exemplars.facts().stream().map(Checkpoint::identity).collect(joining(" "));
    }

    /** Of a picture and of what of it is learned. */
    private static String identity(ExemplarFacts facts) {
        return facts.domain().hides()
                ? facts.sha256() + "-" + facts.domain().hashCode()
                : facts.sha256();
    }
}
