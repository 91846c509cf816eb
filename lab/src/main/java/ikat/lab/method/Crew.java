package ikat.lab.method;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads of one {@link Effort}, among which a method shares out work that falls into
 * independent parts. Used by one thread at a time.
 */
public final class Crew implements AutoCloseable {

    private final Effort effort;
    private final ExecutorService others;

    /** A crew of {@link Effort#threads} threads, the calling one included. */
    public Crew(Effort effort) {
        this.effort = effort;
        others =
                Executors.newFixedThreadPool(
                        Math.max(1, effort.threads() - 1),
                        task -> {
                            Thread thread = new Thread(task, "texture method");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Does all parts, in any order, and returns when the last one is done.
     *
     * @param parts how many there are
     * @param part gets a number from 0 to parts - 1
     * @throws StoppedException if {@link Effort#stop} became true
     */
    public void each(int parts, IntConsumer part) {
        AtomicInteger next = new AtomicInteger();
        Runnable share =
                () -> {
                    for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
                        effort.check();
                        part.accept(i);
                    }
                };
        List<Future<?>> shares = new ArrayList<>();
        for (int i = 1; i < Math.min(effort.threads(), parts); i++) {
            shares.add(others.submit(share));
        }
        try {
            share.run();
        } finally {
            // the others work on the caller's arrays: nobody may go on before they are done
            next.set(parts);
            shares.forEach(Crew::await);
        }
    }

    private static void await(Future<?> share) {
        try {
            share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
