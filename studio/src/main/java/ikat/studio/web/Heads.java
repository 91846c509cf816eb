package ikat.studio.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Answers HEAD as GET is answered, but for the body, which the server leaves out (RFC 9110, section
 * 9.3.2).
 */
public final class Heads {

    private Heads() {}

    /** Adds a HEAD for each GET that there is by now. */
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

    /** Whether the body would not be sent; one that never ends, or is long, is better left out. */
    public static boolean only(Context context) {
        return context.method().equals(HandlerType.HEAD);
    }

    /** Sends the headers of a body that was not made, so that nobody knows how long it would be. */
    public static void sendWithoutLength(Context context) {
        try {
            context.res().flushBuffer(); // or the server would say that the length is 0
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
