package ikat.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** {@code GET /three/three.module.min.js} and so on: the files of three.js that the pages load. */
public final class ThreeFiles implements Feature {

    private static final String JAR = "/META-INF/resources/webjars/three/";
    private static final String FACTS = "/META-INF/maven/org.webjars.npm/three/pom.properties";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** By the name in addresses: where a file lies in the jar. */
    private static final Map<String, String> FILES =
            Map.of(
                    "three.module.min.js", "build/three.module.min.js",
                    "three.core.min.js", "build/three.core.min.js",
                    "LICENSE", "LICENSE");

    private final String version = version();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Reads the files. */
    public ThreeFiles() {
        FILES.forEach(
                (name, path) -> {
                    String text = PageRoutes.resource(JAR + version + "/" + path);
                    files.put(name, text.getBytes(StandardCharsets.UTF_8));
                });
    }

    private static String version() {
        Properties facts = new Properties();
        try (InputStream in = ThreeFiles.class.getResourceAsStream(FACTS)) {
            if (in == null) {
                throw new IllegalStateException("three.js is not on the class path");
            }
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts.getProperty("version");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        files.forEach(
                (name, bytes) ->
                        routes.get("/three/" + name, context -> send(context, name, bytes)));
    }

    private void send(Context context, String name, byte[] bytes) {
        if (!Caching.answered(context, Caching.tag("three " + version + " " + name), false)) {
            context.contentType(name.endsWith(".js") ? SCRIPT : "text/plain; charset=utf-8")
                    .result(bytes);
        }
    }
}
