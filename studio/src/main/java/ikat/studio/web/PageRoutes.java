package ikat.studio.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages: one HTML file with a script for each page, served from the class path. */
public final class PageRoutes implements Feature {

    private static final String FOLDER = "/studio";
    private static final List<String> PAGES =
            List.of("look", "mix", "paint", "camera", "tile", "material", "train", "compare");

    /** Addresses of earlier versions; the page goes on to the present one. */
    private static final List<String> FORMER = List.of("plane", "mixer", "brush", "webcam");

    private final String page = resource(FOLDER + "/index.html");

    /** The text of a file in the jar. */
    static String resource(String file) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the static files. */
    public static void addFiles(JavalinConfig config) {
        config.staticFiles.add(
                files -> {
                    files.directory = FOLDER;
                    files.location = Location.CLASSPATH;
                    files.headers = Map.of("Cache-Control", "no-cache");
                });
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::send);
        Stream.concat(PAGES.stream(), FORMER.stream())
                .forEach(name -> routes.get("/" + name, this::send));
        routes.error(404, "text/html", this::sendInstead);
    }

    /** Browsers get the page, which says that the address is unknown; programs get a problem. */
    private void sendInstead(Context context) {
        if (!context.path().startsWith("/api/")) {
            send(context);
        }
    }

    private void send(Context context) {
        context.header("Cache-Control", "no-cache").html(page);
    }
}
