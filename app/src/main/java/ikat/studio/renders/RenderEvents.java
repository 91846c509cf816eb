package ikat.studio.renders;

import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Tells how far a render is, as server-sent events: always how it is just now, so that nothing
 * piles up for a slow reader.
 */
final class RenderEvents implements AutoCloseable {

    private static final int MOST_STREAMS = 32;
    private static final long PAUSE_MILLIS = 250;
    private static final int QUIET_PAUSES = 40;

    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private volatile boolean closed;

    /**
     * Sends events until the render has ended or nobody listens any more.
     *
     * @throws Problem 503 if too many listen already
     */
    void send(Context context, RenderJob job) throws IOException {
        if (!streams.tryAcquire()) {
            throw Problem.busy(MOST_STREAMS + " pages listen already", 10);
        }
        try {
            context.contentType("text/event-stream").header("Cache-Control", "no-store");
            stream(context.res().getOutputStream(), job);
        } finally {
            streams.release();
        }
    }

    private void stream(OutputStream out, RenderJob job) throws IOException {
        RenderView sent = null;
        int quiet = 0;
        while (!closed) {
            RenderView now = job.view();
            if (!now.equals(sent)) {
                tell(out, "data: " + Json.MAPPER.writeValueAsString(now));
                sent = now;
                quiet = 0;
            } else if (++quiet % QUIET_PAUSES == 0) {
                tell(out, ": nothing new"); // shows whether somebody still listens
            }
            if (now.state().isEnd()) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void tell(OutputStream out, String line) throws IOException {
        out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends all streams within a pause. */
    @Override
    public void close() {
        closed = true;
    }
}
