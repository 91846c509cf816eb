package ikat.io;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that work on pictures. They end when they are idle: whoever forgets to close what they
 * work for holds none for ever.
 */
public final class IdleThreads {

    private IdleThreads() {}

    /**
     * A pool that has not begun.
     *
     * @param count threads at most, at least 1
     */
    public static ThreadPoolExecutor pool(String name, int count) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        count,
                        count,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Waits, also when interrupted, until a pool that was shut down has ended. */
    public static void awaitEnd(ThreadPoolExecutor pool) {
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
