package ikat.studio.live;

import ikat.studio.queue.Client;
import ikat.studio.queue.FairQueue;
import ikat.studio.serve.OpenModels;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/** The connection of one client to its live picture. */
final class Connection {

    private static final int MOST_TEXT_BYTES = 16 << 10;
    private static final int MOST_PICTURE_BYTES = 64 << 10;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final Session session;
    private final Client client;
    private final OpenModels models;
    private final LongAdder frames;
    private final LivePicture picture;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private volatile long heard = System.nanoTime();

    Connection(
            Session session,
            Client client,
            OpenModels models,
            FairQueue queue,
            FramePainter painter,
            LongAdder frames) {
        this.session = session;
        this.client = client;
        this.models = models;
        this.frames = frames;
        this.picture = new LivePicture(client, queue, painter, this);
        session.setMaxTextMessageSize(MOST_TEXT_BYTES);
        session.setMaxBinaryMessageSize(MOST_PICTURE_BYTES);
        session.setIdleTimeout(LONGEST_SILENCE.plusMinutes(1));
    }

    /** Who looks at the picture. */
    String reader() {
        return client.reader();
    }

    /**
     * Sends a frame.
     *
     * @param written run once the network has taken the frame, or refused it
     */
    void send(ByteBuffer message, Runnable written) {
        frames.increment();
        session.sendBinary(message, Callback.from(written, failure -> written.run()));
    }

    /** Sends a sentence about what failed, unless the one before is still on its way. */
    void refuse(String sentence) {
        if (refusing.compareAndSet(false, true)) {
            session.sendText(
                    Json.MAPPER.writeValueAsString(Map.of("error", sentence)),
                    Callback.from(() -> refusing.set(false), failure -> refusing.set(false)));
        }
    }

    /** Handles a text message: an acknowledgement, a sign of life, or a scene. */
    void receive(String text) {
        heard = System.nanoTime();
        attempt(
                () -> {
                    Message message = Message.parse(text);
                    if (message.has("ack")) {
                        picture.acknowledge(message.wholeNumber("ack", 0, 0, Long.MAX_VALUE));
                        message.end();
                    } else if (!message.has("here")) {
                        Scene scene = Scene.read(message);
                        picture.show(StagedScene.of(scene, models, picture.scene()));
                    }
                });
    }

    /** Handles a binary message: a picture from the camera. */
    void receive(ByteBuffer message) {
        heard = System.nanoTime();
        attempt(() -> picture.see(CameraPicture.read(message)));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Problem | IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    /** Pings the client, or closes the connection if it has been silent for too long. */
    void check() {
        if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
            session.close(StatusCode.NORMAL, "nothing was heard for three minutes", Callback.NOOP);
        } else {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /** Closes the connection since the studio closes. */
    void shutDown() {
        picture.close();
        session.close(StatusCode.SHUTDOWN, "the studio ends", Callback.NOOP);
    }

    /** Ends the picture once the connection is closed. */
    void end() {
        picture.close();
    }
}
