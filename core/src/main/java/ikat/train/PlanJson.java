package ikat.train;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plans as JSON: what stands in model files and checkpoints. */
final class PlanJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private PlanJson() {}

    static String write(TrainingPlan plan) {
        return MAPPER.writeValueAsString(plan);
    }

    static TrainingPlan read(String json) {
        try {
            return MAPPER.readValue(json, TrainingPlan.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "its plan cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> map(TrainingPlan plan) {
        return MAPPER.readValue(write(plan), new TypeReference<Map<String, Object>>() {});
    }
}
