package ikat.studio.web;

import io.javalin.http.Context;

/** Tells caches how long an answer that is a pure function of its address is good for. */
public final class Caching {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private Caching() {}

    /**
     * Adds the headers.
     *
     * @param etag strong
     * @param modelId as it stands in the address: with a version it means the same file for ever,
     *     without one the newest
     * @return whether the client has the answer already, and has now been told so
     */
    public static boolean answered(Context context, String etag, String modelId) {
        return answered(context, etag, modelId.contains("@"));
    }

    /**
     * Adds the headers.
     *
     * @param etag strong
     * @param forEver whether the address will never mean anything else
     * @return whether the client has the answer already, and has now been told so
     */
    public static boolean answered(Context context, String etag, boolean forEver) {
        context.header("ETag", etag);
        context.header("Cache-Control", forEver ? FOR_EVER : ASK_AGAIN);
        String known = context.header("If-None-Match");
        boolean has =
                known != null && (known.equals("*") || known.replace("W/", "").contains(etag));
        if (has) {
            context.status(304);
        }
        return has;
    }
}
