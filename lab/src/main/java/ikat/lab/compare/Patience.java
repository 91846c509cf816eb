package ikat.lab.compare;

import ikat.lab.method.Effort;
import ikat.lab.method.StoppedException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for work that asks nobody whether to stop. */
final class Patience {

    private static final long POLL_MILLIS = 50;

    private Patience() {}

    /**
     * Does the work on a thread of its own, which is left to itself if somebody wants to stop; it
     * keeps no process alive. What the work throws, this throws.
     *
     * @throws StoppedException if that was asked for
     */
    static <T> T with(Effort effort, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "work");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            effort.check();
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            } catch (ExecutionException e) {
                throw rethrown(e);
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
