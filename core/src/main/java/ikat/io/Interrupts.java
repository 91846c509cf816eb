package ikat.io;

import java.util.concurrent.CancellationException;

/** Interrupts as the way to stop long work: it looks between its pieces whether to go on. */
public final class Interrupts {

    private Interrupts() {}

    /**
     * Returns if the work may go on.
     *
     * @throws CancellationException if the thread was interrupted; it stays so
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the work was stopped");
        }
    }
}
