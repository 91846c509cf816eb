package ikat.cli.terminal;

import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.util.function.LongSupplier;

/** Shows a training: a changing line on a terminal, else a line every now and then. */
public final class TrainingDisplay implements TrainingListener {

    private static final long LIVE_NANOS = 150_000_000L;
    private static final long PLAIN_NANOS = 15_000_000_000L;

    private final LiveLine line;
    private final LongSupplier nanoTime;
    private final long every;
    private long next;
    private double score = Double.NaN;

    /**
     * Shows on a line.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public TrainingDisplay(LiveLine line, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        every = line.terminal().live() ? LIVE_NANOS : PLAIN_NANOS;
        next = nanoTime.getAsLong();
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        if (firstStep > 0) {
            line.line("going on from step " + firstStep);
        }
    }

    @Override
    public void progressed(TrainingProgress progress) {
        long now = nanoTime.getAsLong();
        if (now - next >= 0 || progress.fraction() >= 1) {
            line.draw(TrainingLine.of(progress, score, line.terminal()));
            next = now + every;
        }
    }

    @Override
    public void scored(double scored, boolean best, TrainingProgress progress) {
        score = scored;
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        line.line("note: " + reason);
    }

    @Override
    public void checkpointFailed(String reason) {
        line.line("note: " + reason);
    }
}
