package ikat.studio.web;

import ikat.io.Sha256;
import io.javalin.http.Context;

/** Tells caches how long an answer that is a pure function of its address is good for. */
public final class Caching {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final int TAG_DIGITS = 24;

    private Caching() {}

    /** A strong entity tag of a text, or of all that it stands for. */
    public static String tag(String text) {
        return '"' + Sha256.of(text).substring(0, TAG_DIGITS) + '"';
    }

    /**
     * A strong entity tag of anything that is a pure function of a record.
     *
     * @param version of the program: another one may make other bytes of the same record
     */
    public static String tag(String version, Record address) {
        return tag(version + " " + address);
    }

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
