package ikat.studio.web;

import io.javalin.http.Context;

/**
 * Identifies clients for fair scheduling, by their address and the page's {@code X-Ikat-Client}.
 */
public final class Client {

    /** The header that tells pages on one machine apart. */
    public static final String HEADER = "X-Ikat-Client";

    private static final int MOST_LETTERS = 40;

    private Client() {}

    /** The client of a request. */
    public static String of(Context context) {
        String named = context.header(HEADER);
        if (named == null) {
            return context.ip();
        }
        return context.ip() + "/" + named.substring(0, Math.min(MOST_LETTERS, named.length()));
    }
}
