package ikat.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code GET /api/openapi.yaml} and {@code .json}. */
public final class OpenApiRoutes implements Feature {

    private final String json;
    private final String yaml;

    /**
     * The description.
     *
     * @param version of the program
     * @param more parts of other modules
     */
    public OpenApiRoutes(String version, List<String> more) {
        OpenApi description = new OpenApi(version, more);
        this.json = description.json();
        this.yaml = description.yaml();
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
