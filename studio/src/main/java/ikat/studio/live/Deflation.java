package ikat.studio.live;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * Turns off that messages are compressed, which browsers ask for: pixels shrink little, and to try
 * takes longer than to make them.
 */
final class Deflation {

    private Deflation() {}

    /** For all connections that are opened from now on, this one included. */
    static void forbid(Context upgrade) {
        ServletContextHandler handler =
                ServletContextHandler.getServletContextHandler(upgrade.req().getServletContext());
        WebSocketServerComponents.getWebSocketComponents(handler)
                .getExtensionRegistry()
                .unregister("permessage-deflate");
    }
}
