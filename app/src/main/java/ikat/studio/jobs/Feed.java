package ikat.studio.jobs;

import ikat.studio.web.Json;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells listeners of a job what happens, as server-sent events. Who tells never waits: a listener
 * that reads too slowly is dropped and may come again. Safe for many threads.
 */
public final class Feed {

    private static final int MOST_LISTENERS = 64;
    private static final AtomicInteger LISTENERS = new AtomicInteger();

    private final Set<Outbox> outboxes = ConcurrentHashMap.newKeySet();

    /** Tells everybody who listens. */
    public void tell(String event, Object body) {
        if (!outboxes.isEmpty()) {
            String json = Json.MAPPER.writeValueAsString(body);
            outboxes.forEach(outbox -> outbox.put(event, json));
        }
    }

    /** Ends what everybody listens to. */
    public void end() {
        outboxes.forEach(Outbox::end);
    }

    /** Lets somebody listen; with too many in all, the connection ends at once. */
    void join(SseClient client, Runnable joined) {
        if (LISTENERS.incrementAndGet() > MOST_LISTENERS) {
            LISTENERS.decrementAndGet();
            client.close();
            return;
        }
        Outbox outbox = new Outbox(client);
        outboxes.add(outbox);
        client.keepAlive();
        outbox.serve(
                () -> {
                    outboxes.remove(outbox);
                    LISTENERS.decrementAndGet();
                });
        joined.run();
    }
}
