package ikat.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the HTTP interface (OpenAPI 3.1). Each part of the studio has a file of its
 * own in the jar; this puts them together.
 */
final class OpenApi {

    /** The files, in the order in which their paths are told. */
    private static final List<String> PARTS =
            List.of(
                    "studio",
                    "models",
                    "tiles",
                    "wraps",
                    "maps",
                    "renders",
                    "trainings",
                    "scores",
                    "iiif",
                    "deepzoom",
                    "measures");

    private static final String FOLDER = "/openapi/";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final ObjectNode document;

    /**
     * Reads the parts.
     *
     * @param version of the program
     * @param more parts of other modules
     */
    OpenApi(String version, List<String> more) {
        document = (ObjectNode) read(PARTS.get(0));
        Stream.concat(PARTS.stream().skip(1), more.stream())
                .forEach(part -> merge(document, (ObjectNode) read(part), part));
        ((ObjectNode) document.get("info")).put("version", version);
    }

    private static JsonNode read(String part) {
        String file = FOLDER + part + ".yaml";
        try (InputStream in = OpenApi.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return YAML.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts objects into each other; two parts never say the same thing. */
    private static void merge(ObjectNode into, ObjectNode from, String part) {
        from.properties()
                .forEach(
                        entry -> {
                            JsonNode there = into.get(entry.getKey());
                            if (there == null) {
                                into.set(entry.getKey(), entry.getValue());
                            } else if (there instanceof ObjectNode inner
                                    && entry.getValue() instanceof ObjectNode more) {
                                merge(inner, more, part);
                            } else {
                                throw new IllegalStateException(
                                        part + ".yaml says again what " + entry.getKey() + " is");
                            }
                        });
    }

    /** The description as JSON. */
    String json() {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    /** The description as YAML. */
    String yaml() {
        return YAML.writeValueAsString(document);
    }
}
