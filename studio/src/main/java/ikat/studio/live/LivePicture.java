package ikat.studio.live;

import ikat.image.Pixels;
import ikat.studio.queue.Client;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.FairQueue.Ticket;
import ikat.studio.web.Failures;
import ikat.studio.web.Problem;
import ikat.weave.Detail;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One live picture: renders a frame when something has changed and the client has kept up.
 *
 * <p>At most one frame is queued and at most {@link #MOST_UNDERWAY} are sent and not acknowledged,
 * or not written to the network, whatever a client acknowledges; so a slow reader gets fewer frames
 * and nothing piles up. Of scenes and camera pictures that arrive meanwhile, only the latest
 * counts. Thread-safe.
 */
final class LivePicture {

    /** The number of frames that may be sent and not acknowledged. */
    static final int MOST_UNDERWAY = 2;

    private static final long SHORTEST_NANOS = 1_000_000_000L / 60; // most screens refresh at 60 Hz
    private static final long RETRY_MILLIS = 150;
    private static final double LONGEST_STEP = 0.25; // so that nothing leaps after a pause

    private final Client client;
    private final FairQueue queue;
    private final FramePainter painter;
    private final Connection connection;

    private final PlayClock clock = new PlayClock();
    private @Nullable StagedScene staged;
    private @Nullable CameraPicture seen;
    private boolean changed;
    private boolean busy; // a frame is queued or being rendered
    private @Nullable Ticket<?> underway; // the frame that is queued or being rendered
    private boolean weaving; // it is woven, which takes long
    private boolean moving; // when the last frame was rendered
    private boolean closed;
    private long begun = System.nanoTime(); // of the last frame
    private long sent;
    private long acknowledged;
    private long written;

    /** A picture without a scene; its frames enter the lane of a client. */
    LivePicture(Client client, FairQueue queue, FramePainter painter, Connection connection) {
        this.client = client;
        this.queue = queue;
        this.painter = painter;
        this.connection = connection;
    }

    /** The scene shown. */
    synchronized Optional<StagedScene> scene() {
        return Optional.ofNullable(staged);
    }

    /** Shows another scene from the next frame on; the network's does not wait for a woven one. */
    synchronized void show(StagedScene next) {
        staged = next;
        changed = true;
        if (weaving && next.scene().detail() == Detail.NETWORK) {
            busy = false;
            drop();
        }
        advance();
    }

    /** Accepts a picture from the camera. */
    synchronized void see(CameraPicture picture) {
        StagedScene shown = staged;
        Steering steer = shown == null ? Steering.OFF : shown.scene().steer();
        seen = seen == null ? picture : picture.after(seen, steer.memory());
        changed |= steer.on();
        advance();
    }

    /**
     * Records that the client has shown a frame, unless it was not sent or is not later than the
     * last.
     */
    synchronized void acknowledge(long number) {
        acknowledged = Math.max(acknowledged, Math.min(number, sent));
        advance();
    }

    private synchronized void wrote() {
        written++;
        advance();
    }

    /** Renders no more frames. */
    synchronized void close() {
        closed = true;
        staged = null;
        seen = null;
        drop();
    }

    /** Stops the frame under way, which may end later and is not sent. */
    private void drop() {
        Ticket<?> dropped = underway;
        underway = null;
        weaving = false;
        if (dropped != null) {
            dropped.stop();
        }
    }

    private void advance() {
        StagedScene shown = staged;
        if (shown == null
                || closed
                || busy
                || sent - Math.min(acknowledged, written) >= MOST_UNDERWAY) {
            return;
        }
        if (!changed && !moves(shown)) {
            return;
        }
        busy = true;
        long wait = begun + SHORTEST_NANOS - System.nanoTime();
        if (wait > 0) {
            later(wait, TimeUnit.NANOSECONDS);
        } else {
            enqueue();
        }
    }

    private boolean moves(StagedScene shown) {
        return shown.moves() || clock.fading();
    }

    private void later(long time, TimeUnit unit) {
        CompletableFuture.delayedExecutor(time, unit, Runnable::run).execute(this::enqueue);
    }

    private synchronized void enqueue() {
        if (closed) {
            return;
        }
        try {
            Ticket<Optional<Frame>> frame = queue.submit(client, this::make);
            underway = frame;
            weaving = staged != null && staged.scene().detail() == Detail.WOVEN;
            frame.future().whenComplete((made, failure) -> made(frame, made, failure));
        } catch (Problem full) {
            later(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Optional<Frame> make() {
        StagedScene shown;
        Optional<CameraPicture> picture;
        long now = System.nanoTime();
        synchronized (this) {
            shown = staged;
            picture = Optional.ofNullable(seen);
            if (shown == null) {
                return Optional.empty();
            }
            changed = false;
            double passed = moving ? Math.min(LONGEST_STEP, (now - begun) / 1e9) : 0;
            clock.pass(shown.scene().movement(), passed);
            moving = moves(shown);
            begun = now;
        }
        // Only frames advance the clock, one at a time, so it is read without the lock.
        Scene scene = shown.scene();
        Pixels pixels = painter.paint(shown, clock, picture, queue.waiting() == 0);
        byte[] payload = scene.encoding().pack(pixels);
        long micros = (System.nanoTime() - now) / 1000;
        return Optional.of(new Frame(scene, micros, clock.seconds(), shares(scene), payload));
    }

    /** What the frame that was just painted mixes, unless that differs from place to place. */
    private double[] shares(Scene scene) {
        boolean steered = scene.steer().on() && picture().isPresent();
        return steered || scene.mix().textures().isEmpty() ? new double[0] : clock.shown();
    }

    private synchronized Optional<CameraPicture> picture() {
        return Optional.ofNullable(seen);
    }

    private synchronized void made(
            Ticket<?> ticket, Optional<Frame> frame, @Nullable Throwable failure) {
        if (ticket != underway) {
            return;
        }
        busy = false;
        underway = null;
        weaving = false;
        if (failure == null) {
            frame.ifPresent(made -> connection.send(made.message(++sent), this::wrote));
            advance();
        } else {
            fail(failure);
        }
    }

    /** Retries after a full queue; a scene that fails otherwise is dropped. */
    private void fail(Throwable failure) {
        if (failure instanceof Problem problem && problem.retryAfterSeconds() > 0) {
            changed = true;
            busy = true;
            later(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        staged = null;
        connection.refuse(Failures.sentence(failure, "a live picture"));
    }
}
