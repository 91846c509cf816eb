package ikat.studio.web;

import ikat.io.Sha256;
import io.javalin.http.Context;

/** Caching headers for answers that are pure functions of their address. */
public final class Caching {

    private static final String FOR_EVER = "max-age=31536000, immutable";
    private static final String ONE_READER = "ikat.one-reader";
    private static final String ASK_AGAIN = "no-cache";

    private static final int TAG_DIGITS = 24;

    private Caching() {}

    /** A strong entity tag for a text, or for what the text identifies. */
    public static String tag(String text) {
        return '"' + Sha256.of(text).substring(0, TAG_DIGITS) + '"';
    }

    /** Says that answers to this request are for its sender only, and not for caches of others. */
    static void forOneReader(Context context) {
        context.attribute(ONE_READER, true);
    }

    /**
     * Adds the headers.
     *
     * @param etag strong
     * @param forEver whether the answer at this address never changes
     * @return whether the client has the answer already; the status is then 304
     */
    public static boolean answered(Context context, String etag, boolean forEver) {
        context.header("ETag", etag);
        String readers = context.attribute(ONE_READER) == null ? "public, " : "private, ";
        context.header("Cache-Control", forEver ? readers + FOR_EVER : ASK_AGAIN);
        String known = context.header("If-None-Match");
        boolean has =
                known != null && (known.equals("*") || known.replace("W/", "").contains(etag));
        if (has) {
            context.status(304);
        }
        return has;
    }
}
