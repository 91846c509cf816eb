package ikat.studio.jobs;

import ikat.studio.web.Heads;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of server-sent events with any number of listeners. Sending never blocks: a listener
 * that reads too slowly is dropped and may connect again. Thread-safe.
 */
public final class EventFeed {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final int MAX_LISTENERS = 64;
    private static final int RETRY_SECONDS = 10;

    /** Listeners of all feeds: each one occupies a thread of the server. */
    private static final AtomicInteger LISTENERS = new AtomicInteger();

    private final Set<Outbox> outboxes = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Sends an event to all listeners. */
    public void send(String event, Object body) {
        if (!outboxes.isEmpty()) {
            String json = Json.MAPPER.writeValueAsString(body);
            outboxes.forEach(outbox -> outbox.put(event, json));
        }
    }

    /** Ends the connections of present listeners once they have received all events so far. */
    void finish() {
        outboxes.forEach(Outbox::finish);
    }

    /** Ends all connections, present and future ones. */
    void end() {
        ended = true;
        outboxes.forEach(Outbox::end);
    }

    /**
     * Answers a request with events until the client disconnects or the feed ends.
     *
     * @param joined run once the listener is registered and misses no event
     * @throws Problem 503 if there are too many listeners
     */
    void serve(Context context, Runnable joined) {
        if (LISTENERS.incrementAndGet() > MAX_LISTENERS) {
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
            write(outbox, context.res().getOutputStream());
        } catch (IOException e) {
            LOG.debug("a listener has disconnected", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outboxes.remove(outbox);
            LISTENERS.decrementAndGet();
        }
    }

    private void write(Outbox outbox, OutputStream out) throws IOException, InterruptedException {
        while (!ended && !outbox.over()) {
            out.write(outbox.next().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** The events that one listener has yet to receive; it is dropped when there are too many. */
    static final class Outbox {

        private static final int MAX_WAITING = 64;
        private static final long KEEP_ALIVE_SECONDS = 15;

        /** A comment, which listeners ignore; writing it shows whether they are still there. */
        private static final String KEEP_ALIVE = ": still here\n\n";

        private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
        private volatile boolean finishing;
        private volatile boolean over;

        void put(String event, String json) {
            if (!over && !waiting.offer("event: " + event + "\ndata: " + json + "\n\n")) {
                end();
            }
        }

        /** The next text to send; a comment if there is no event for a while. */
        String next() throws InterruptedException {
            String event = waiting.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
            return event == null ? KEEP_ALIVE : event;
        }

        boolean over() {
            return over || (finishing && waiting.isEmpty());
        }

        /** Makes this outbox over once it is empty. */
        void finish() {
            finishing = true;
            waiting.offer(KEEP_ALIVE); // wakes next()
        }

        void end() {
            over = true;
            waiting.clear();
            waiting.offer(KEEP_ALIVE); // wakes next()
        }
    }
}
