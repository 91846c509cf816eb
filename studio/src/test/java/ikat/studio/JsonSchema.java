package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks JSON against the schemas of a description, as far as these go: types, enums, nesting. */
final class JsonSchema {

    private final JsonNode document;

    JsonSchema(JsonNode document) {
        this.document = document;
    }

    JsonNode at(String reference) {
        JsonNode found = document.at(reference.substring(1));
        return found.isMissingNode() ? null : found;
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asString()) : node;
    }

    void check(JsonNode given, JsonNode value, String where) {
        JsonNode schema = resolve(given);
        schema.path("allOf").forEach(part -> check(part, value, where));
        if (schema.has("type")) {
            assertThat(types(schema.get("type"))).as("type of " + where).contains(type(value));
        }
        if (schema.has("const")) {
            assertThat(value).as(where).isEqualTo(schema.get("const"));
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(value);
        }
        for (JsonNode name : schema.path("required")) {
            assertThat(value.isNull() || value.has(name.asString()))
                    .as(where + " has " + name)
                    .isTrue();
        }
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String name = property.getKey();
                            if (value.has(name)) {
                                check(property.getValue(), value.get(name), where + "/" + name);
                            }
                        });
        if (schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, where + "[]"));
        }
    }

    private static List<String> types(JsonNode type) {
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "none";
        };
    }
}
