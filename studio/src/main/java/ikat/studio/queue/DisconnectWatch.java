package ikat.studio.queue;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/*
 * Why this reaches below the servlet API
 *
 * Over HTTP/1.1 Jetty reads nothing from a connection between a request and its answer, so a
 * connection that the client closes meanwhile shows only when the answer is written. Everything
 * that is reported through the servlet API (AsyncListener.onError, ReadListener) or Jetty's own
 * Request.addFailureListener therefore comes after the work it should have saved. An interim
 * response (102) as a probe would change what every client receives, and detects nothing before
 * the second write. So this class reads from the connection in that gap: the end of input means
 * that the client has disconnected; bytes are the next request and go back to the connection.
 *
 * It is the only class that depends on Jetty's I/O layer (held by StudioArrowsTest), uses public
 * types only, and does nothing on a connection of another kind: then work goes on for a client
 * that has disconnected, as it would without this class.
 */

/** Notices that a client disconnects while its answer is being computed. */
public final class DisconnectWatch {

    private static final int NEXT_REQUEST_BYTES = 4096;

    private final @Nullable AbstractEndPoint endPoint;
    private final Runnable onDisconnect;
    private final AtomicBoolean over = new AtomicBoolean();

    private DisconnectWatch(@Nullable AbstractEndPoint endPoint, Runnable onDisconnect) {
        this.endPoint = endPoint;
        this.onDisconnect = onDisconnect;
    }

    /**
     * Starts watching the connection of a request.
     *
     * @param onDisconnect run once, if the client disconnects before {@link #end}
     */
    public static DisconnectWatch start(Context context, Runnable onDisconnect) {
        Connection connection =
                ServletContextRequest.getServletContextRequest(context.req())
                        .getConnectionMetaData()
                        .getConnection();
        boolean known =
                connection instanceof Connection.UpgradeTo
                        && connection.getEndPoint() instanceof AbstractEndPoint;
        DisconnectWatch watch =
                new DisconnectWatch(
                        known ? (AbstractEndPoint) connection.getEndPoint() : null, onDisconnect);
        watch.listen();
        return watch;
    }

    private void listen() {
        if (endPoint != null) {
            endPoint.tryFillInterested(Callback.from(this::readable, failure -> disconnected()));
        }
    }

    private synchronized void readable() {
        AbstractEndPoint from = endPoint;
        if (over.get() || from == null) {
            return;
        }
        ByteBuffer next = BufferUtil.allocate(NEXT_REQUEST_BYTES);
        try {
            int bytes = from.fill(next);
            if (bytes < 0) {
                disconnected();
            } else if (bytes == 0) {
                listen();
            } else if (from.getConnection() instanceof Connection.UpgradeTo connection) {
                connection.onUpgradeTo(next);
            }
        } catch (IOException e) {
            disconnected();
        }
    }

    private void disconnected() {
        if (over.compareAndSet(false, true)) {
            onDisconnect.run();
        }
    }

    /** Stops watching: the answer is there, and from now on the connection itself reads. */
    public synchronized void end() {
        if (over.compareAndSet(false, true) && endPoint != null) {
            endPoint.getFillInterest().onFail(new InterruptedException("the answer is there"));
        }
    }
}
