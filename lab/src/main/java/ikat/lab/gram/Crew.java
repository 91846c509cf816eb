package ikat.lab.gram;

import ikat.torch.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * Threads that share tasks with a result each, whoever does it; without gradients. libtorch's own
 * threads share the loops inside one operation, which are too short here to be worth it.
 */
final class Crew implements AutoCloseable {

    private final int threads;
    private final ExecutorService workers;

    Crew(int threads) {
        this.threads = threads;
        this.workers =
                Executors.newFixedThreadPool(
                        threads,
                        work -> {
                            Thread thread = new Thread(work, "ikat-bands");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Does tasks 0 to {@code count - 1} and returns when all are done. What a task allocates is
     * freed after it.
     */
    void each(int count, IntConsumer task) {
        List<Future<?>> parts = new ArrayList<>();
        for (int t = 0; t < Math.min(threads, count); t++) {
            int first = t;
            parts.add(workers.submit(() -> some(first, count, task)));
        }
        parts.forEach(Crew::finish);
    }

    private void some(int first, int count, IntConsumer task) {
        try (Threads.Scope alone = Threads.use(1)) {
            for (int i = first; i < count; i += threads) {
                try (PointerScope scope = new PointerScope();
                        NoGradGuard guard = new NoGradGuard()) {
                    task.accept(i);
                }
            }
        }
    }

    private static void finish(Future<?> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    part.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true; // the part writes into memory that the caller will free
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
