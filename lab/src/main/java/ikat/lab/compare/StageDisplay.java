package ikat.lab.compare;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ProgressBar;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Display of the current stage of long work and the time spent in it: a changing line on a
 * terminal, drawn by a thread of its own, otherwise a line for each stage. Closing it ends the
 * thread.
 */
final class StageDisplay implements AutoCloseable {

    private static final long LIVE_MILLIS = 250;

    private final LiveLine line;
    private final LongSupplier nanoTime;
    private final int pieces;
    private final ScheduledExecutorService ticker;
    private int done;
    private String stage = "";
    private long begun;

    /**
     * Creates a display on a line.
     *
     * @param nanoTime as {@link System#nanoTime()}
     * @param pieces number of pieces of work
     */
    StageDisplay(LiveLine line, LongSupplier nanoTime, int pieces) {
        this.line = line;
        this.nanoTime = nanoTime;
        this.pieces = pieces;
        ticker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "progress");
                            thread.setDaemon(true);
                            return thread;
                        });
        if (line.terminal().live()) {
            ticker.scheduleAtFixedRate(this::draw, LIVE_MILLIS, LIVE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Reports the piece that begins now, and the number of completed pieces. */
    synchronized void begin(int nowDone, String what) {
        done = nowDone;
        stage = what;
        begun = nanoTime.getAsLong();
        line.draw(text());
    }

    private synchronized void draw() {
        if (!stage.isEmpty() && !ticker.isShutdown()) {
            line.draw(text());
        }
    }

    private String text() {
        String number = "  " + (done + 1) + "/" + pieces + " ";
        if (!line.terminal().live()) {
            return number + stage;
        }
        Duration time = Duration.ofSeconds((nanoTime.getAsLong() - begun) / 1_000_000_000);
        String rest = number + stage + (time.isZero() ? "" : " " + ProgressBar.seconds(time));
        return ProgressBar.fitted((double) done / pieces, line.terminal(), rest);
    }

    @Override
    public synchronized void close() {
        ticker.shutdown();
        line.wipe();
    }
}
