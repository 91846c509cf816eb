package ikat.studio.renders;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A render from when it is asked for until its file is deleted. Safe for many threads. */
final class RenderJob {

    private final String id;
    private final String name;
    private final RenderOrder order;
    private RenderState state = RenderState.QUEUED;
    private long rendered;
    private long bytes;
    private @Nullable String detail;
    private boolean stopping;

    /**
     * A render that waits.
     *
     * @param name of the file
     * @param order complete
     */
    RenderJob(String id, String name, RenderOrder order) {
        this.id = id;
        this.name = name;
        this.order = order;
    }

    /** One of an earlier run of the studio, done. */
    static RenderJob of(RenderView done) {
        RenderJob job = new RenderJob(done.id(), done.name(), done.order());
        job.finish(done.bytes());
        return job;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    RenderOrder order() {
        return order;
    }

    synchronized RenderView view() {
        return new RenderView(id, state, share(), bytes, name, detail, order);
    }

    /** What it will show once it is done. */
    RenderView whenDone(long size) {
        return new RenderView(id, RenderState.DONE, 1, size, name, null, order);
    }

    synchronized boolean isEnded() {
        return state.isEnd();
    }

    /** Returns whether it is still wanted. */
    synchronized boolean begin() {
        if (state == RenderState.QUEUED) {
            state = RenderState.RUNNING;
        }
        return state == RenderState.RUNNING;
    }

    /** Some more pixels are there. */
    synchronized void count(long pixels) {
        rendered += pixels;
    }

    private double share() {
        double all = (double) order.region().width() * order.region().height();
        return state == RenderState.DONE ? 1 : Math.min(1, rendered / all);
    }

    /**
     * Ends work that nobody wants any more.
     *
     * @throws CancellationException if it is to stop
     */
    synchronized void checkWanted() {
        if (stopping) {
            throw new CancellationException("the render was stopped");
        }
    }

    /** What waits ends at once; what runs, as soon as it can. */
    synchronized void stop() {
        stopping = true;
        if (state == RenderState.QUEUED) {
            state = RenderState.STOPPED;
        }
    }

    synchronized void finish(long size) {
        state = RenderState.DONE;
        bytes = size;
    }

    /** Ends it without a file; with a sentence unless it was stopped. */
    synchronized void abandon(String sentence) {
        state = stopping ? RenderState.STOPPED : RenderState.FAILED;
        detail = stopping ? null : sentence;
    }
}
