package ikat.studio.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Answers HEAD like GET without the body, which the server omits (RFC 9110, section 9.3.2). */
public final class Heads {

    private Heads() {}

    /** Adds a HEAD route for each GET route added so far. */
    public static void addTo(JavalinConfig config) {
        List<Endpoint> gets =
                config.unsafe.internalRouter.allHttpHandlers().stream()
                        .map(handler -> handler.endpoint)
                        .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                        .toList();
        for (Endpoint get : gets) {
            config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, get.path, get.handler));
        }
    }

    /** Whether the request is a HEAD, for which a long or endless body need not be made. */
    public static boolean only(Context context) {
        return context.method().equals(HandlerType.HEAD);
    }

    /** Sends the headers without a Content-Length, for a body that was not made. */
    public static void sendWithoutLength(Context context) {
        try {
            context.res().flushBuffer(); // otherwise the server sends a length of 0
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
