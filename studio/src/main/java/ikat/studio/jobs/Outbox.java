package ikat.studio.jobs;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What one listener has still to hear; with too much of it, the listener is given up. */
final class Outbox {

    private static final int MOST_WAITING = 64;
    private static final long KEEP_ALIVE_SECONDS = 15;

    /** A line that listeners pass over; it shows whether they are still there. */
    private static final String STILL_HERE = ": still here\n\n";

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean finishing;
    private volatile boolean over;

    void put(String event, String json) {
        if (!over && !waiting.offer("event: " + event + "\ndata: " + json + "\n\n")) {
            end();
        }
    }

    /** Text to send; waits for it, but not for long. */
    String next() throws InterruptedException {
        String event = waiting.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        return event == null ? STILL_HERE : event;
    }

    boolean over() {
        return over || (finishing && waiting.isEmpty());
    }

    /** It is over once what waits has been heard. */
    void finish() {
        finishing = true;
        waiting.offer(STILL_HERE); // wakes who waits
    }

    void end() {
        over = true;
        waiting.clear();
        waiting.offer(STILL_HERE); // wakes who waits
    }
}
