package ikat.cli.terminal;

import ikat.cli.ExitCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns the first Ctrl-C (or a request to end) into a wish to stop, and the second into the end of
 * the process, whose exit deletes the temporary files. Closing it gives the signals back.
 */
public final class Interruption implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final long PATIENCE_MILLIS = 2_000;

    private final AtomicInteger count = new AtomicInteger();
    private final List<Runnable> restore = new ArrayList<>();
    private final Runnable firstTime;

    private Interruption(Runnable firstTime) {
        this.firstTime = firstTime;
    }

    /**
     * Starts to listen.
     *
     * @param firstTime run once, on a thread of its own, when the wish is heard
     */
    public static Interruption listen(Runnable firstTime) {
        Interruption interruption = new Interruption(firstTime);
        for (String name : SIGNALS) {
            interruption.restore.add(Signals.hear(name, interruption::hear));
        }
        return interruption;
    }

    /** Whether somebody wants the training to stop. */
    public boolean asked() {
        return count.get() > 0;
    }

    void hear() {
        if (count.getAndIncrement() == 0) {
            firstTime.run();
        } else {
            endProcess();
        }
    }

    private static void endProcess() {
        Thread impatience =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(PATIENCE_MILLIS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            Runtime.getRuntime().halt(ExitCodes.INTERRUPTED);
                        },
                        "impatience");
        impatience.setDaemon(true);
        impatience.start();
        System.exit(ExitCodes.INTERRUPTED);
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
        restore.clear();
    }
}
