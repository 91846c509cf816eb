package ikat.export;

import ikat.io.IdleThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

/** The threads that render and pack. */
final class Workers implements Executor, AutoCloseable {

    private final ThreadPoolExecutor pool;

    Workers(int threads) {
        pool = IdleThreads.pool("ikat-export", threads);
    }

    int threads() {
        return pool.getCorePoolSize();
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** Waits for what a worker makes; what it threw comes out here. */
    static <T> T await(CompletableFuture<T> made) throws IOException {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("writing was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof IOException failed ? failed : new IOException(cause);
        }
    }

    /** Drops what has not begun and waits for the rest, since its source may be closed next. */
    @Override
    public void close() {
        pool.shutdownNow();
        IdleThreads.awaitEnd(pool);
    }
}
