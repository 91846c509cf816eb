package ikat.service.train;

import ikat.service.Refusal;
import ikat.text.Excerpt;
import ikat.train.PlanSettings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Settings in a YAML file: one flat map from names to values. */
public final class PlanFile {

    private static final long MOST_BYTES = 1 << 20;
    private static final int LONGEST_REASON = 200;

    private PlanFile() {}

    /**
     * Reads a plan file.
     *
     * @throws Refusal if it is not YAML, or holds an unknown key or an invalid value
     * @throws IOException if it cannot be read
     */
    public static PlanSettings read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw Refusal.failure("%s is larger than a plan file can be (1 MB)", file);
        }
        PlanSettings settings = PlanSettings.NONE;
        for (Map.Entry<?, ?> entry : map(file).entrySet()) {
            try {
                settings = settings.with(String.valueOf(entry.getKey()), entry.getValue());
            } catch (IllegalArgumentException e) {
                throw Refusal.usage("%s: %s", file, e.getMessage());
            }
        }
        return settings;
    }

    private static Map<?, ?> map(Path file) throws IOException {
        YAMLMapper yaml =
                YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try {
            JsonNode root = yaml.readTree(Files.readString(file));
            if (root.isMissingNode() || root.isNull()) {
                return Map.of();
            }
            if (root.isObject()) {
                return yaml.convertValue(root, Map.class);
            }
        } catch (CharacterCodingException e) {
            throw Refusal.usage("%s is not text in UTF-8", file);
        } catch (JacksonException e) {
            throw Refusal.usage(
                    "%s is not a YAML file of settings%s: %s", file, line(e), reason(e));
        }
        throw Refusal.usage("%s must hold settings, one \"name: value\" a line", file);
    }

    /** Where it went wrong; of numbers that are too long, nobody says. */
    private static String line(JacksonException e) {
        return e.getLocation() == null ? "" : " (line %d)".formatted(e.getLocation().getLineNr());
    }

    private static String reason(JacksonException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        return Excerpt.plain(first, LONGEST_REASON);
    }
}
