package ikat.io;

import ikat.text.Checks;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A pool of daemon threads for work that is split into pieces. Threads start on demand and end
 * after one idle second, so an unclosed pool does not keep threads alive. Thread-safe.
 */
public final class Workers implements Executor, AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final Runnable check;

    /**
     * Creates a pool; no thread is started yet.
     *
     * @param name name of the threads
     * @param threads maximum number of concurrent threads, at least 1
     */
    public Workers(String name, int threads) {
        this(name, threads, () -> {});
    }

    /**
     * Creates a pool whose work can be stopped.
     *
     * @param check called before each piece of {@link #each}; an exception it throws ends the work
     */
    public Workers(String name, int threads, Runnable check) {
        Checks.atLeast("threads", threads, 1);
        this.check = check;
        this.pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        pool.allowCoreThreadTimeOut(true);
    }

    /** Maximum number of concurrent threads. */
    public int threads() {
        return pool.getCorePoolSize();
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Submits work to the pool. */
    public <T> Future<T> submit(Callable<T> work) {
        return pool.submit(work);
    }

    /**
     * Runs pieces 0 to {@code count - 1} in any order, on the calling thread and those of the pool;
     * each free thread takes the next piece. Returns only when no thread works on a piece any more,
     * even if interrupted, since pieces share the caller's arrays.
     *
     * @throws RuntimeException the first exception thrown by a piece; pieces not yet started are
     *     skipped
     */
    public void each(int count, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        Runnable share =
                () -> {
                    try {
                        int i = next.getAndIncrement();
                        for (; i < count; i = next.getAndIncrement()) {
                            check.run();
                            piece.accept(i);
                        }
                    } finally {
                        next.set(count);
                    }
                };
        List<Future<?>> shares = new ArrayList<>();
        for (int i = 1; i < Math.min(threads(), count); i++) {
            shares.add(pool.submit(share));
        }
        try {
            share.run();
        } finally {
            shares.forEach(Workers::awaitEnd);
        }
    }

    private static void awaitEnd(Future<?> share) {
        boolean interrupted = false;
        while (!share.isCancelled()) {
            try {
                share.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw unchecked(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for a result and rethrows any exception of the work.
     *
     * @param what name of the work, the subject of the message
     * @throws InterruptedIOException if the calling thread is interrupted; its interrupt status is
     *     kept
     */
    public static <T> T await(Future<T> result, String what) throws InterruptedIOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(what + " was interrupted");
        } catch (ExecutionException e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        Throwable cause = failure.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /**
     * Cancels work that has not started and waits for the rest, since its source may be closed
     * next.
     */
    @Override
    public void close() {
        List<Runnable> waiting = new ArrayList<>();
        pool.getQueue().drainTo(waiting);
        pool.shutdown();
        for (Runnable work : waiting) {
            if (work instanceof Future<?> result) {
                result.cancel(false);
            }
        }
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
