package ikat.studio.queue;

import ikat.studio.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded work queue with round-robin scheduling: readers, and the pages of each, take turns on a
 * few threads. Work that nobody waits for any more is taken out, or interrupted if it has run for
 * seconds; shorter work is worth keeping. Work that runs for too long is interrupted in any case.
 * Thread-safe.
 */
public final class FairQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FairQueue.class);
    private static final double SMOOTHING = 0.05;
    private static final double WORTH_ENDING = 2; // seconds
    private static final int LOOK_MILLIS = 250;

    private final Object lock = new Object();
    private final Lanes<Ticket<?>> lanes = new Lanes<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Ticket<?>, Thread> running = new HashMap<>();
    private final int workers;
    private final Limits limits;
    private double seconds = 0.02; // running mean of the time one task takes
    private boolean closed;

    /**
     * What a queue takes.
     *
     * @param waiting tasks of all clients that may wait at a time
     * @param waitingEach tasks of one reader that may wait at a time
     * @param seconds that a task may run
     */
    public record Limits(int waiting, int waitingEach, double seconds) {}

    /** A task in the queue. */
    public final class Ticket<T> {

        private final Client client;
        private final Callable<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private long begun;
        private boolean abandoned;
        private boolean interrupted;
        private boolean late;

        private Ticket(Client client, Callable<T> work) {
            this.client = client;
            this.work = work;
        }

        /** The result of the task. */
        public CompletableFuture<T> future() {
            return future;
        }

        /**
         * Says that nobody waits for the task any more: if it waits, it is taken out and its future
         * is cancelled; if it runs, it is interrupted unless it ends soon.
         */
        public void withdraw() {
            boolean waited;
            synchronized (lock) {
                abandoned = true;
                waited = lanes.remove(client, this);
            }
            if (waited) {
                future.cancel(false);
            }
        }

        /** Does the same, and interrupts a running task at once: its result is of no use. */
        public void stop() {
            withdraw();
            synchronized (lock) {
                interrupt();
            }
        }

        private void interrupt() {
            Thread thread = running.get(this);
            if (thread != null) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /**
         * Says that somebody waits for a running task again.
         *
         * @return false if it has been interrupted already
         */
        boolean resume() {
            synchronized (lock) {
                abandoned = false;
                return !interrupted;
            }
        }

        private double seconds() {
            return (System.nanoTime() - begun) / 1e9;
        }

        private boolean isDue() {
            late |= seconds() > limits.seconds();
            return late || (abandoned && seconds() > WORTH_ENDING);
        }

        private void run() {
            try {
                future.complete(work.call());
            } catch (OutOfMemoryError e) {
                future.completeExceptionally(
                        Problem.busy("there is not enough memory just now; ask for less", 5));
                LOG.warn("there was not enough memory for what {} asked", client.reader(), e);
            } catch (Throwable e) { // an error must not end the worker thread
                future.completeExceptionally(late ? tooLong(e) : e);
            }
        }

        private Problem tooLong(Throwable cause) {
            Problem problem =
                    Problem.busy(
                            "this takes more than %.0f s, the limit; ask for less"
                                    .formatted(limits.seconds()),
                            60);
            problem.initCause(cause);
            return problem;
        }
    }

    /**
     * Starts the worker threads.
     *
     * @param name of the threads
     * @param workers threads, at least 1
     */
    public FairQueue(String name, int workers, Limits limits) {
        this.workers = workers;
        this.limits = limits;
        for (int i = 0; i < workers; i++) {
            threads.add(new Thread(this::work, name + "-" + i));
        }
        threads.add(new Thread(this::watch, name + "-watch"));
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Queues a task.
     *
     * @param client whose lane it enters
     * @throws Problem 503 if too many tasks wait already
     */
    public <T> Ticket<T> submit(Client client, Callable<T> work) {
        synchronized (lock) {
            if (closed
                    || lanes.size() >= limits.waiting()
                    || lanes.size(client) >= limits.waitingEach()) {
                throw Problem.busy("too much is asked of the studio just now", secondsToWait());
            }
            Ticket<T> ticket = new Ticket<>(client, work);
            lanes.add(client, ticket);
            lock.notify();
            return ticket;
        }
    }

    /** The number of tasks that wait. */
    public int waiting() {
        synchronized (lock) {
            return lanes.size();
        }
    }

    /** The number of tasks that run. */
    public int running() {
        synchronized (lock) {
            return running.size();
        }
    }

    /** For how many seconds the longest task has run, 0 if none runs. */
    public double longestSeconds() {
        synchronized (lock) {
            return running.keySet().stream().mapToDouble(Ticket::seconds).max().orElse(0);
        }
    }

    private int secondsToWait() {
        return (int) Math.ceil(Math.min(60, lanes.size() * seconds / workers));
    }

    private Ticket<?> next() throws InterruptedException {
        synchronized (lock) {
            while (lanes.size() == 0) {
                if (closed) {
                    throw new InterruptedException("the queue is closed");
                }
                lock.wait();
            }
            Ticket<?> ticket = lanes.next();
            ticket.begun = System.nanoTime();
            running.put(ticket, Thread.currentThread());
            return ticket;
        }
    }

    private void work() {
        try {
            while (true) {
                Ticket<?> ticket = next();
                ticket.run();
                synchronized (lock) {
                    running.remove(ticket);
                    Thread.interrupted(); // meant for this task, not for the next
                    seconds += SMOOTHING * (ticket.seconds() - seconds);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() {
        try {
            synchronized (lock) {
                running.keySet().stream().filter(Ticket::isDue).forEach(Ticket::interrupt);
            }
        } catch (OutOfMemoryError e) {
            LOG.warn("the watch over work had no memory and looks again", e);
        }
    }

    /** Ends the threads; waiting tasks fail with 503, running ones are interrupted. */
    @Override
    public void close() {
        List<Ticket<?>> left = new ArrayList<>();
        synchronized (lock) {
            closed = true;
            while (lanes.size() > 0) {
                left.add(lanes.next());
            }
            lock.notifyAll();
        }
        threads.forEach(Thread::interrupt);
        left.forEach(
                ticket -> ticket.future.completeExceptionally(Problem.busy("the studio ends", 10)));
    }
}
