package ikat.train;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON form of plans in model files and checkpoints. The nested records of a plan are flattened
 * into one object.
 */
final class PlanJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private PlanJson() {}

    static String write(TrainingPlan plan) {
        ObjectNode flat = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : MAPPER.valueToTree(plan).properties()) {
            if (entry.getValue() instanceof ObjectNode part) {
                flat.setAll(part);
            } else {
                flat.set(entry.getKey(), entry.getValue());
            }
        }
        return MAPPER.writeValueAsString(flat);
    }

    static TrainingPlan read(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode flat) {
                return MAPPER.treeToValue(nested(flat), TrainingPlan.class);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "its plan cannot be read: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("its plan cannot be read: it is no JSON object");
    }

    private static ObjectNode nested(ObjectNode plan) {
        for (RecordComponent part : TrainingPlan.class.getRecordComponents()) {
            if (part.getType().isRecord()) {
                ObjectNode own = MAPPER.createObjectNode();
                for (RecordComponent component : part.getType().getRecordComponents()) {
                    JsonNode value = plan.remove(component.getName());
                    if (value != null) {
                        own.set(component.getName(), value);
                    }
                }
                plan.set(part.getName(), own);
            }
        }
        return plan;
    }

    static Map<String, Object> map(TrainingPlan plan) {
        return MAPPER.readValue(write(plan), new TypeReference<Map<String, Object>>() {});
    }
}
