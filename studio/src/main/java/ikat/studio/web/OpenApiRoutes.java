package ikat.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code GET /api/openapi.yaml} and {@code .json}: the description of the HTTP interface (OpenAPI
 * 3.1), joined from a file for each part of the studio.
 */
public final class OpenApiRoutes implements Feature {

    /** The files, in the order of their paths in the description. */
    private static final List<String> PARTS =
            List.of(
                    "studio",
                    "models",
                    "tiles",
                    "wraps",
                    "materials",
                    "maps",
                    "library",
                    "renders",
                    "films",
                    "trainings",
                    "scores",
                    "iiif",
                    "deepzoom",
                    "measures");

    private static final String FOLDER = "/openapi/";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final String json;
    private final String yaml;

    /**
     * Reads and joins the files.
     *
     * @param version of the program
     * @param more parts of other modules
     */
    public OpenApiRoutes(String version, List<String> more) {
        ObjectNode document = (ObjectNode) read(PARTS.get(0));
        Stream.concat(PARTS.stream().skip(1), more.stream())
                .forEach(part -> merge(document, (ObjectNode) read(part), part));
        ((ObjectNode) document.get("info")).put("version", version);
        json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        yaml = YAML.writeValueAsString(document);
    }

    private static JsonNode read(String part) {
        return YAML.readTree(PageRoutes.resource(FOLDER + part + ".yaml"));
    }

    /** Merges objects recursively; two parts must not describe the same thing. */
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

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", context -> send(context, json, "application/json"));
        routes.get("/api/openapi.yaml", context -> send(context, yaml, "application/yaml"));
    }

    private static void send(Context context, String text, String mediaType) {
        context.header("Cache-Control", "no-cache").result(text).contentType(mediaType);
    }
}
