package ikat.render;

import ikat.io.IdleThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Threads that share out tiles: whoever is free takes the next one. Safe for many threads. */
final class TileCrew implements AutoCloseable {

    private final int threads;
    private final ThreadPoolExecutor others;

    /**
     * @param threads that work at a time, the calling one included, at least 1
     */
    TileCrew(int threads) {
        this.threads = threads;
        this.others = IdleThreads.pool("ikat-tiles", Math.max(1, threads - 1));
    }

    /** Does something with all parts, in any order, and returns when the last one is done. */
    <T> void each(List<T> parts, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        Runnable share =
                () -> {
                    for (int i = next.getAndIncrement();
                            i < parts.size();
                            i = next.getAndIncrement()) {
                        work.accept(parts.get(i));
                    }
                };
        List<Future<?>> shares = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, parts.size()); i++) {
            shares.add(others.submit(share));
        }
        try {
            share.run();
        } finally {
            // The others work on the caller's arrays: nobody may go on before they are done.
            next.set(parts.size());
            shares.forEach(TileCrew::await);
        }
    }

    private static void await(Future<?> share) {
        boolean interrupted = false;
        while (true) {
            try {
                share.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
