package ikat.studio.serve.iiif;

import ikat.studio.queue.Answers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Flights;
import ikat.studio.serve.Identifier;
import ikat.studio.serve.OpenModel;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Overviews;
import ikat.studio.serve.Planes;
import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /iiif/3/{identifier}}: planes by the IIIF Image API 3.0. */
public final class IiifRoutes implements Feature {

    /** What addresses of the standards begin with. */
    static final String BASE = "/iiif/3/";

    private static final long CACHE_BYTES = 32L << 20;

    private final OpenModels models;
    private final Planes planes;
    private final ImagePainter painter;
    private final Flights<ImageRequest, byte[]> flights;
    private final String version;
    private final boolean cors;

    /**
     * Images.
     *
     * @param queue that they are made in
     * @param version of the program
     * @param cors whether pages of other sites may read
     */
    public IiifRoutes(
            OpenModels models,
            Planes planes,
            Overviews overviews,
            FairQueue queue,
            String version,
            boolean cors) {
        this.models = models;
        this.planes = planes;
        this.painter = new ImagePainter(planes, overviews);
        this.flights = new Flights<>(queue, CACHE_BYTES, image -> image.length);
        this.version = version;
        this.cors = cors;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(BASE + "{identifier}", this::redirect);
        routes.get(BASE + "{identifier}/info.json", this::inform);
        routes.get(BASE + "{identifier}/{region}/{size}/{rotation}/{image}", this::image);
    }

    private void redirect(Context context) {
        Identifier identifier = known(context);
        context.status(303).header("Location", base(context, identifier) + "/info.json");
    }

    /** The identifier, if there is such a plane. */
    private Identifier known(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        planes.field(models.get(identifier.model()), identifier.choice());
        return identifier;
    }

    private static String base(Context context, Identifier identifier) {
        return base(context) + identifier.encoded();
    }

    /** The address that identifiers are put behind, as the client knows it. */
    static String base(Context context) {
        return context.scheme() + "://" + context.host() + BASE;
    }

    private void inform(Context context) {
        Map<String, Object> information = ImageInformation.of(base(context, known(context)), cors);
        context.header("Link", profileLink());
        LinkedData.information(context, information);
    }

    private String profileLink() {
        return "<http://iiif.io/api/image/3/%s.json>;rel=\"profile\""
                .formatted(ImageInformation.profile(cors));
    }

    private void image(Context context) {
        Identifier identifier = Identifier.of(context.pathParam("identifier"));
        ImageRequest request =
                ImageRequest.of(
                        models.shelf().get(identifier.model()),
                        identifier.choice(),
                        context.pathParam("region"),
                        context.pathParam("size"),
                        context.pathParam("rotation"),
                        context.pathParam("image"));
        ImagePainter.check(request);
        String canonical = base(context, identifier) + request.canonical();
        context.header("Link", "<" + canonical + ">;rel=\"canonical\", " + profileLink());
        if (Caching.answered(context, Caching.tag(version, request), identifier.model())) {
            return;
        }
        OpenModel model = models.get(identifier.model());
        planes.field(model, identifier.choice());
        Answers.send(
                context,
                request.format().mediaType(),
                flights,
                request,
                () -> painter.paint(model, request));
    }
}
