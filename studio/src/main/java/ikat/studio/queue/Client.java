package ikat.studio.queue;

import ikat.studio.web.Guard;
import io.javalin.http.Context;

/**
 * Who has asked for work. Requests with the token and those without it count as two readers of one
 * address.
 *
 * @param reader among whom the workers are shared
 * @param page of the reader, by its own account, among which the reader's share is shared
 */
public record Client(String reader, String page) {

    private static final int MOST_LETTERS = 40;

    /** The client of a request. */
    public static Client of(Context context) {
        String page = context.header("X-Ikat-Client");
        return of(context, page == null ? "" : page);
    }

    /** The same for a page of a given name. */
    public static Client of(Context context, String page) {
        String reader = context.ip() + (Guard.isKnown(context) ? "" : " without the token");
        return new Client(reader, page.substring(0, Math.min(MOST_LETTERS, page.length())));
    }
}
