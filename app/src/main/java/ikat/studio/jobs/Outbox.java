package ikat.studio.jobs;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one listener has still to hear; a thread of its own waits for the network. */
final class Outbox {

    private static final int MOST_WAITING = 64;
    private static final long KEEP_ALIVE_SECONDS = 15;

    private record Event(String name, String json) {}

    private final SseClient client;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean over;
    private volatile @Nullable Thread thread;

    Outbox(SseClient client) {
        this.client = client;
        client.onClose(this::end);
    }

    void serve(Runnable afterwards) {
        Thread own = new Thread(() -> send(afterwards), "studio-events");
        own.setDaemon(true);
        thread = own;
        own.start();
    }

    void put(String name, String json) {
        if (!over && !waiting.offer(new Event(name, json))) {
            end();
        }
    }

    void end() {
        over = true;
        Thread own = thread;
        if (own != null) {
            own.interrupt();
        }
    }

    private void send(Runnable afterwards) {
        try {
            while (!over && !client.terminated()) {
                Event event = waiting.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(event.name(), event.json());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ended
        } finally {
            over = true;
            afterwards.run();
            client.close();
        }
    }
}
