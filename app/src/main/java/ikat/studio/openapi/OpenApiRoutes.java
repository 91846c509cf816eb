package ikat.studio.openapi;

import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /api/openapi.yaml} and {@code .json}. */
public final class OpenApiRoutes implements Feature {

    private final String json;
    private final String yaml;

    /**
     * The description.
     *
     * @param version of the program
     */
    public OpenApiRoutes(String version) {
        OpenApi description = new OpenApi(version);
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
