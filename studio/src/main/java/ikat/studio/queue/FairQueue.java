package ikat.studio.queue;

import ikat.studio.web.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Shares a few threads out among many clients: each has a lane, and the lanes take turns. What
 * nobody wants any more is taken out again, and a full queue refuses. Safe for many threads.
 */
public final class FairQueue implements AutoCloseable {

    private static final double SMOOTHING = 0.05;

    private final Object lock = new Object();
    private final Map<String, ArrayDeque<Ticket<?>>> lanes = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int most;
    private final int mostEach;
    private int waiting;
    private double seconds = 0.02; // that a piece of work takes, a running mean
    private boolean closed;

    /** A place in the queue. */
    public static final class Ticket<T> {

        private final FairQueue queue;
        private final String client;
        private final Callable<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();

        private Ticket(FairQueue queue, String client, Callable<T> work) {
            this.queue = queue;
            this.client = client;
            this.work = work;
        }

        /** What the work gives. */
        public CompletableFuture<T> future() {
            return future;
        }

        /** Leaves the queue; work that has begun goes on, for the cache. */
        public void leave() {
            if (queue.remove(this)) {
                future.cancel(false);
            }
        }

        private void run() {
            try {
                future.complete(work.call());
            } catch (OutOfMemoryError e) {
                future.completeExceptionally(
                        Problem.busy("there is not enough memory just now; ask for less", 5));
            } catch (Throwable e) { // nothing may end the thread, which nobody would replace
                future.completeExceptionally(e);
            }
        }
    }

    /**
     * A queue.
     *
     * @param workers threads, at least 1
     * @param most pieces of work that wait at a time, of all clients
     * @param mostEach the same of one client
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

    /**
     * Queues work up.
     *
     * @param client whose lane it goes to
     * @throws Problem 503 if too much waits already
     */
    public <T> Ticket<T> submit(String client, Callable<T> work) {
        synchronized (lock) {
            ArrayDeque<Ticket<?>> lane = lanes.get(client);
            if (closed || waiting >= most || (lane != null && lane.size() >= mostEach)) {
                throw Problem.busy("too much is asked of the studio just now", secondsToWait());
            }
            Ticket<T> ticket = new Ticket<>(this, client, work);
            lanes.computeIfAbsent(client, name -> new ArrayDeque<>()).add(ticket);
            waiting++;
            lock.notify();
            return ticket;
        }
    }

    /** How much waits. */
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

    /** The first of the lane whose turn it is; the lane then queues up behind all others. */
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

    /** Ends the threads; what waits is refused. */
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
