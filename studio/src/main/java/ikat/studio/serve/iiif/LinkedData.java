package ikat.studio.serve.iiif;

import ikat.studio.web.Caching;
import ikat.studio.web.Json;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** Sends documents that the standards call JSON-LD, under the name that the client asks for. */
final class LinkedData {

    private static final String LINKED = "application/ld+json";
    private static final String PLAIN = "application/json";

    /** Sorted, so that the same document has the same tag after the studio was opened anew. */
    private static final ObjectWriter WRITER =
            Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private LinkedData() {}

    /**
     * Sends a document.
     *
     * @param document with its {@code @context}
     * @param usual what it is called where the client does not mind
     */
    private static void send(Context context, Map<String, Object> document, String usual) {
        String text = WRITER.writeValueAsString(document);
        context.header("Vary", "Accept, Origin");
        if (Caching.answered(context, Caching.tag(text), false)) {
            return;
        }
        String type = wanted(context.header("Accept"), usual);
        boolean linked = type.equals(LINKED);
        String profile = ";profile=\"" + document.get("@context") + "\"";
        context.result(text).contentType(linked ? type + profile : type);
    }

    private static String wanted(@Nullable String accepted, String usual) {
        String other = usual.equals(LINKED) ? PLAIN : LINKED;
        boolean asked = accepted != null && accepted.contains(other) && !accepted.contains(usual);
        return asked ? other : usual;
    }

    /** Sends an information on an image: JSON unless JSON-LD is asked for (Image API 3, 5.1). */
    static void information(Context context, Map<String, Object> document) {
        send(context, document, PLAIN);
    }

    /** Sends what is presented: JSON-LD unless JSON is asked for (Presentation API 3, 6.3). */
    static void presentation(Context context, Map<String, Object> document) {
        send(context, document, LINKED);
    }
}
