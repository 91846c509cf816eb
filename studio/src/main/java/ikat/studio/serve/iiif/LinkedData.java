package ikat.studio.serve.iiif;

import ikat.studio.web.Caching;
import ikat.studio.web.Json;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** Sends documents as JSON-LD or as JSON, whichever the client accepts. */
final class LinkedData {

    private static final String LINKED = "application/ld+json";
    private static final String PLAIN = "application/json";

    /** Sorted, so that a document has the same entity tag after a restart. */
    private static final ObjectWriter WRITER =
            Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private LinkedData() {}

    /**
     * Sends a document.
     *
     * @param jsonLdContext the document's {@code @context}
     * @param usual media type if the client accepts either
     */
    private static void send(Context context, Object document, String jsonLdContext, String usual) {
        String text = WRITER.writeValueAsString(document);
        context.header("Vary", "Accept, Origin");
        if (Caching.answered(context, Caching.tag(text), false)) {
            return;
        }
        String type = wanted(context.header("Accept"), usual);
        boolean linked = type.equals(LINKED);
        String profile = ";profile=\"" + jsonLdContext + "\"";
        context.result(text).contentType(linked ? type + profile : type);
    }

    private static String wanted(@Nullable String accepted, String usual) {
        String other = usual.equals(LINKED) ? PLAIN : LINKED;
        boolean asked = accepted != null && accepted.contains(other) && !accepted.contains(usual);
        return asked ? other : usual;
    }

    /** Sends an image's information: JSON unless JSON-LD is asked for (Image API 3, 5.1). */
    static void information(Context context, Object document) {
        send(context, document, ImageInformation.CONTEXT, PLAIN);
    }

    /**
     * Sends a manifest or collection: JSON-LD unless JSON is asked for (Presentation API 3, 6.3).
     */
    static void presentation(Context context, Object document) {
        send(context, document, Manifest.CONTEXT, LINKED);
    }
}
