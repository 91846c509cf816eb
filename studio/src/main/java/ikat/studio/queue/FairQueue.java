package ikat.studio.queue;

import ikat.studio.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A bounded work queue with round-robin scheduling: each client has a lane, and the lanes take
 * turns on a few threads. Work can be withdrawn until it begins. Thread-safe.
 */
public final class FairQueue implements AutoCloseable {

    private static final double SMOOTHING = 0.05;
    private static final int MOST_LETTERS = 40; // of the name of a page

    private final Object lock = new Object();
    private final Map<String, ArrayDeque<Ticket<?>>> lanes = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int most;
    private final int mostEach;
    private int waiting;
    private double seconds = 0.02; // running mean of the time one task takes
    private boolean closed;

    /** A task in the queue. */
    public final class Ticket<T> {

        private final String client;
        private final Callable<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();

        private Ticket(String client, Callable<T> work) {
            this.client = client;
            this.work = work;
        }

        /** The result of the task. */
        public CompletableFuture<T> future() {
            return future;
        }

        /** Takes the task out of the queue and cancels its future; has no effect once it runs. */
        public void withdraw() {
            if (FairQueue.this.remove(this)) {
                future.cancel(false);
            }
        }

        private void run() {
            try {
                future.complete(work.call());
            } catch (OutOfMemoryError e) {
                future.completeExceptionally(
                        Problem.busy("there is not enough memory just now; ask for less", 5));
            } catch (Throwable e) { // an error must not end the worker thread
                future.completeExceptionally(e);
            }
        }
    }

    /**
     * Starts the worker threads.
     *
     * @param workers threads, at least 1
     * @param most tasks of all clients that may wait at a time
     * @param mostEach tasks of one client that may wait at a time
     */
    public FairQueue(int workers, int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(this::work, "studio-render-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** The client of a request: its address and, of several pages there, the page. */
    public static String client(Context context) {
        String page = context.header("X-Ikat-Client");
        return page == null
                ? context.ip()
                : context.ip() + "/" + page.substring(0, Math.min(MOST_LETTERS, page.length()));
    }

    /**
     * Queues a task.
     *
     * @param client whose lane it enters
     * @throws Problem 503 if too many tasks wait already
     */
    public <T> Ticket<T> submit(String client, Callable<T> work) {
        synchronized (lock) {
            ArrayDeque<Ticket<?>> lane = lanes.get(client);
            if (closed || waiting >= most || (lane != null && lane.size() >= mostEach)) {
                throw Problem.busy("too much is asked of the studio just now", secondsToWait());
            }
            Ticket<T> ticket = new Ticket<>(client, work);
            lanes.computeIfAbsent(client, name -> new ArrayDeque<>()).add(ticket);
            waiting++;
            lock.notify();
            return ticket;
        }
    }

    /** The number of tasks that wait. */
    public int waiting() {
        synchronized (lock) {
            return waiting;
        }
    }

    private int secondsToWait() {
        return (int) Math.ceil(Math.min(60, waiting * seconds / threads.size()));
    }

    private boolean remove(Ticket<?> ticket) {
        synchronized (lock) {
            ArrayDeque<Ticket<?>> lane = lanes.get(ticket.client);
            if (lane == null || !lane.remove(ticket)) {
                return false;
            }
            waiting--;
            if (lane.isEmpty()) {
                lanes.remove(ticket.client);
            }
            return true;
        }
    }

    /** Takes the first task of the first lane, and moves that lane to the end. */
    private Ticket<?> next() throws InterruptedException {
        synchronized (lock) {
            while (waiting == 0) {
                lock.wait();
            }
            Map.Entry<String, ArrayDeque<Ticket<?>>> lane = lanes.entrySet().iterator().next();
            String client = lane.getKey();
            ArrayDeque<Ticket<?>> rest = lane.getValue();
            Ticket<?> ticket = rest.remove();
            waiting--;
            lanes.remove(client);
            if (!rest.isEmpty()) {
                lanes.put(client, rest);
            }
            return ticket;
        }
    }

    private void work() {
        try {
            while (true) {
                Ticket<?> ticket = next();
                long begun = System.nanoTime();
                ticket.run();
                double taken = (System.nanoTime() - begun) / 1e9;
                synchronized (lock) {
                    seconds += SMOOTHING * (taken - seconds);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Ends the threads; waiting tasks fail with 503. */
    @Override
    public void close() {
        List<Ticket<?>> left = new ArrayList<>();
        synchronized (lock) {
            closed = true;
            lanes.values().forEach(left::addAll);
            lanes.clear();
            waiting = 0;
        }
        threads.forEach(Thread::interrupt);
        left.forEach(
                ticket -> ticket.future.completeExceptionally(Problem.busy("the studio ends", 10)));
    }
}
