package ikat.studio.serve.iiif;

import ikat.studio.queue.CachedAnswers;
import ikat.studio.serve.Dependence;
import ikat.studio.serve.Identifier;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.Planes;
import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import ikat.studio.web.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * {@code /iiif/3/}: planes by the IIIF Image API 3.0 and Presentation API 3.0.
 *
 * @param answers cached images
 * @param cors whether pages of other sites may read
 */
public record IiifRoutes(Planes planes, CachedAnswers answers, boolean cors) implements Feature {

    private static final String BASE = "/iiif/3/";
    private static final String LINKED = "application/ld+json";
    private static final String PLAIN = "application/json";

    /** Sorted, so that a document has the same entity tag after a restart. */
    private static final ObjectWriter WRITER =
            Json.MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(BASE + "collection.json", this::collection);
        routes.get(BASE + "{identifier}/manifest.json", this::manifest);
        routes.get(BASE + "{identifier}", this::redirect);
        routes.get(BASE + "{identifier}/info.json", this::inform);
        routes.get(BASE + "{identifier}/{region}/{size}/{rotation}/{image}", this::image);
    }

    private void redirect(Context context) {
        Identifier identifier = known(context);
        String query = context.queryString(); // it may carry the token
        context.status(303)
                .header(
                        "Location",
                        base(context, identifier)
                                + "/info.json"
                                + (query == null ? "" : "?" + query));
    }

    private static Identifier identifier(Context context) {
        return Identifier.of(context.pathParam("identifier"));
    }

    /** The identifier, checked to name a plane that exists. */
    private Identifier known(Context context) {
        Identifier identifier = identifier(context);
        planes.field(planes.models().get(identifier.model()), identifier.choice());
        return identifier;
    }

    private static String base(Context context, Identifier identifier) {
        return base(context) + identifier.encoded();
    }

    /** The address that identifiers are appended to, as the client knows it. */
    private static String base(Context context) {
        return context.scheme() + "://" + context.host() + BASE;
    }

    private void inform(Context context) {
        Identifier identifier = known(context);
        planes.models().prepare(planes.models().get(identifier.model())); // viewers begin far away
        ImageInformation information = ImageInformation.of(base(context, identifier), cors);
        context.header("Link", profileLink());
        // JSON unless JSON-LD is asked for (Image API 3, 5.1)
        send(context, information, ImageInformation.CONTEXT, PLAIN);
    }

    private String profileLink() {
        return "<http://iiif.io/api/image/3/%s.json>;rel=\"profile\""
                .formatted(ImageInformation.profile(cors));
    }

    private void image(Context context) {
        Identifier identifier = identifier(context);
        ImageRequest request =
                ImageRequest.of(
                        planes.models().shelf().get(identifier.model()),
                        identifier.choice(),
                        context.pathParam("region"),
                        context.pathParam("size"),
                        context.pathParam("rotation"),
                        context.pathParam("image"));
        ImagePainter.check(request);
        String canonical = base(context, identifier) + request.canonical();
        context.header("Link", "<" + canonical + ">;rel=\"canonical\", " + profileLink());
        Dependence on = planes.dependence(request, request.choice(), identifier.model());
        if (answers.notModified(context, on.key(), on.permanent())) {
            return;
        }
        OpenModel model = planes.models().get(identifier.model());
        planes.field(model, identifier.choice());
        answers.send(
                context,
                request.format().mediaType(),
                on.key(),
                () -> ImagePainter.paint(planes, model, request));
    }

    private void collection(Context context) {
        Manifest manifest = new Manifest(base(context), cors);
        present(context, manifest.collection(planes.models().summaries()));
    }

    private void manifest(Context context) {
        Identifier identifier = identifier(context);
        OpenModel model = planes.models().get(identifier.model());
        planes.field(model, identifier.choice()); // a texture that does not exist is refused
        present(context, new Manifest(base(context), cors).of(identifier, model));
    }

    /** Sends JSON-LD unless JSON is asked for (Presentation API 3, 6.3). */
    private static void present(Context context, Object document) {
        send(context, document, Manifest.CONTEXT, LINKED);
    }

    /** Sends a document as JSON-LD or as JSON, whichever the client accepts. */
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
}
