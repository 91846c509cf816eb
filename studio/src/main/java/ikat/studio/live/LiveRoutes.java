package ikat.studio.live;

import ikat.studio.queue.Client;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Metrics;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** {@code ws /live}: live pictures, one for each connection. */
public final class LiveRoutes implements Feature {

    private static final int MOST_EACH = 8; // connections of one reader
    private static final int MOST = 32;
    private static final String CLIENT = "ikat.client";
    private static final int CHECK_SECONDS = 20;
    private static final String FULL =
            "there are too many live pictures open; close another one and try again";

    private final OpenModels models;
    private final FairQueue queue;
    private final FramePainter painter = new FramePainter();
    private final AtomicLong last = new AtomicLong();
    private final LongAdder frames = new LongAdder();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService checks =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "studio-live-checks");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * Live pictures.
     *
     * @param queue in which frames are rendered
     */
    public LiveRoutes(OpenModels models, FairQueue queue, Metrics metrics) {
        this.models = models;
        this.queue = queue;
        metrics.gauge("ikat.live.connections", "live pictures open", connections, Map::size);
        metrics.counter("ikat.live.frames", "frames of live pictures", frames, LongAdder::sum);
        checks.scheduleWithFixedDelay(
                () -> connections.values().forEach(Connection::check),
                CHECK_SECONDS,
                CHECK_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade("/live", LiveRoutes::forbidCompression);
        routes.wsBeforeUpgrade(
                "/live",
                upgrade ->
                        upgrade.attribute(
                                CLIENT, Client.of(upgrade, "live-" + last.incrementAndGet())));
        routes.ws("/live", this::listen);
    }

    /**
     * Turns off the compression of messages, which browsers request, for all connections from now
     * on: pixels shrink little, and compressing takes longer than rendering.
     */
    private static void forbidCompression(Context upgrade) {
        ServletContextHandler handler =
                ServletContextHandler.getServletContextHandler(upgrade.req().getServletContext());
        WebSocketServerComponents.getWebSocketComponents(handler)
                .getExtensionRegistry()
                .unregister("permessage-deflate");
    }

    private void listen(WsConfig live) {
        live.onConnect(this::connect);
        live.onMessage(context -> with(context, one -> one.receive(context.message())));
        live.onBinaryMessage(context -> with(context, one -> one.receive(context.data())));
        live.onClose(context -> leave(context.sessionId()));
        live.onError(context -> leave(context.sessionId()));
    }

    private void with(WsContext context, Consumer<Connection> work) {
        Connection connection = connections.get(context.sessionId());
        if (connection != null) {
            work.accept(connection);
        }
    }

    private synchronized void connect(WsConnectContext context) {
        Client client = Objects.requireNonNull(context.attribute(CLIENT));
        List<String> readers = connections.values().stream().map(Connection::reader).toList();
        if (isFull(readers, client.reader())) {
            context.closeSession(WsCloseStatus.TRY_AGAIN_LATER, FULL);
            return;
        }
        connections.put(
                context.sessionId(),
                new Connection(context.session, client, models, queue, painter, frames));
    }

    private void leave(String id) {
        Connection connection = connections.remove(id);
        if (connection != null) {
            connection.end();
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        connections.values().forEach(Connection::shutDown);
    }

    /** Whether another connection would be one too many, in all or of its reader. */
    static boolean isFull(Collection<String> readers, String reader) {
        return readers.size() >= MOST || Collections.frequency(readers, reader) >= MOST_EACH;
    }
}
