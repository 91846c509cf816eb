package ikat.studio.web;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure with an HTTP status, whose message is sent to the client. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final int FULL_DISK_SECONDS = 60;

    private final int status;
    private final int retryAfterSeconds;

    /** A failure with any status. */
    public Problem(int status, String message) {
        this(status, message, 0);
    }

    private Problem(int status, String message, int retryAfterSeconds) {
        super(message);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The request is not valid: 400. */
    public static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    /** A value is not allowed: 400, with the sentence "NAME is VALUE, but must be ALLOWED". */
    public static Problem invalid(String name, String value, String allowed) {
        return badRequest(name + " is " + Query.excerpt(value) + ", but must be " + allowed);
    }

    /** The client may not do this: 403. */
    public static Problem forbidden(String message) {
        return new Problem(403, message);
    }

    /** There is no such resource: 404. */
    public static Problem notFound(String message) {
        return new Problem(404, message);
    }

    /** The request conflicts with the current state: 409. */
    public static Problem conflict(String message) {
        return new Problem(409, message);
    }

    /** The content is too large: 413. */
    public static Problem tooLarge(String message) {
        return new Problem(413, message);
    }

    /**
     * The studio is overloaded: 503.
     *
     * @param retryAfterSeconds when to try again, at least 1
     */
    public static Problem busy(String message, int retryAfterSeconds) {
        return new Problem(503, message, Math.max(1, retryAfterSeconds));
    }

    /**
     * Something could not be written: 503. The reason, which may name the studio's folder, is only
     * logged.
     */
    public static Problem notKept(String what, IOException reason) {
        LOG.warn("{} could not be kept: {}", what, reason.toString());
        return busy(what + " could not be kept; is the studio's disk full?", FULL_DISK_SECONDS);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** When to try again, or 0 if that would not help. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
