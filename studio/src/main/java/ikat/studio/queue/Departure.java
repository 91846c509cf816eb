package ikat.studio.queue;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client has gone while its answer is being made. Over HTTP/1.1, Jetty reads nothing
 * from a connection between a request and its answer, so that a connection that is closed meanwhile
 * shows only when the answer is written. This listens in that gap: the end of the input means that
 * the client has gone; bytes are the next request, which are handed back to the connection.
 */
public final class Departure {

    private static final int NEXT_REQUEST_BYTES = 4096;

    private final @Nullable AbstractEndPoint endPoint;
    private final Runnable gone;
    private final AtomicBoolean over = new AtomicBoolean();

    private Departure(@Nullable AbstractEndPoint endPoint, Runnable gone) {
        this.endPoint = endPoint;
        this.gone = gone;
    }

    /**
     * Starts to listen.
     *
     * @param gone run once, when the client goes before {@link #end}
     */
    public static Departure watch(Context context, Runnable gone) {
        ServletContextRequest request =
                ServletContextRequest.getServletContextRequest(context.req());
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        Departure departure =
                new Departure(endPoint instanceof AbstractEndPoint known ? known : null, gone);
        departure.listen();
        return departure;
    }

    private void listen() {
        if (endPoint != null) {
            endPoint.tryFillInterested(Callback.from(this::readable, failure -> leave()));
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
                leave();
            } else if (bytes == 0) {
                listen();
            } else if (from.getConnection() instanceof Connection.UpgradeTo connection) {
                connection.onUpgradeTo(next);
            }
        } catch (IOException e) {
            leave();
        }
    }

    private void leave() {
        if (over.compareAndSet(false, true)) {
            gone.run();
        }
    }

    /** The answer is there: stops listening, before the connection itself goes on reading. */
    public synchronized void end() {
        if (over.compareAndSet(false, true) && endPoint != null) {
            endPoint.getFillInterest().onFail(new InterruptedException("the answer is there"));
        }
    }
}
