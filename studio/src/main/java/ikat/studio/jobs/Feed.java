package ikat.studio.jobs;

import ikat.studio.web.Heads;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happens, as server-sent events. Who tells never waits: a listener that reads
 * too slowly is dropped and may come again. Safe for many threads.
 */
public final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int MOST_LISTENERS = 64;
    private static final int RETRY_SECONDS = 10;

    /** Each listener takes a thread of the server. */
    private static final AtomicInteger LISTENERS = new AtomicInteger();

    private final Set<Outbox> outboxes = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Tells everybody who listens. */
    public void tell(String event, Object body) {
        if (!outboxes.isEmpty()) {
            String json = Json.MAPPER.writeValueAsString(body);
            outboxes.forEach(outbox -> outbox.put(event, json));
        }
    }

    /** Who listens now hears what was told so far, and no more. */
    void finish() {
        outboxes.forEach(Outbox::finish);
    }

    /** Ends what everybody listens to, now and later. */
    void end() {
        ended = true;
        outboxes.forEach(Outbox::end);
    }

    /**
     * Answers a request with events, until the client goes or the feed ends.
     *
     * @param joined run once the listener misses nothing
     * @throws Problem 503 if there are too many listeners
     */
    void serve(Context context, Runnable joined) {
        if (LISTENERS.incrementAndGet() > MOST_LISTENERS) {
            LISTENERS.decrementAndGet();
            throw Problem.busy("too many pages listen just now", RETRY_SECONDS);
        }
        Outbox outbox = new Outbox();
        outboxes.add(outbox);
        try {
            context.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
            context.contentType("text/event-stream; charset=utf-8");
            if (Heads.only(context)) {
                return;
            }
            joined.run();
            send(outbox, context.res().getOutputStream());
        } catch (IOException e) {
            LOG.debug("a listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outboxes.remove(outbox);
            LISTENERS.decrementAndGet();
        }
    }

    private void send(Outbox outbox, OutputStream out) throws IOException, InterruptedException {
        while (!ended && !outbox.over()) {
            out.write(outbox.next().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
