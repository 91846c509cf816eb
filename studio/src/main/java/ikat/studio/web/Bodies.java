package ikat.studio.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;

/**
 * Bounds what requests with bodies hold: reading a body takes a thread of the server until its last
 * byte has come. Those that come too slowly are ended, and only a part of the threads is lent at a
 * time, so that other requests are answered whatever clients do.
 */
public final class Bodies {

    /**
     * Bytes a second since the first one. It is the time that a small body may take on a busy
     * machine: at 2 kB a second, an order of 60 bytes failed after 30 ms.
     */
    private static final long LEAST_RATE = 20;

    private static final String TAKEN = "ikat.body";

    private final Semaphore places;

    /**
     * Bounds for a server.
     *
     * @param most requests with bodies at a time; a part of the 250 threads of the server
     */
    public Bodies(int most) {
        this.places = new Semaphore(most);
    }

    /** Adds the bounds; call it after those who refuse requests for other reasons. */
    public void addTo(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> http.setMinRequestDataRate(LEAST_RATE));
        config.routes.before(this::enter);
        config.routes.after(this::leave);
    }

    private void enter(Context context) {
        boolean body =
                context.req().getContentLengthLong() > 0
                        || context.header("Transfer-Encoding") != null;
        if (body && !places.tryAcquire()) {
            throw Problem.busy("too much is sent to the studio just now", 2);
        }
        if (body) {
            context.attribute(TAKEN, true);
        }
    }

    private void leave(Context context) {
        if (context.attribute(TAKEN) != null) {
            context.attribute(TAKEN, null);
            places.release();
        }
    }
}
