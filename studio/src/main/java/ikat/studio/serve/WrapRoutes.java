package ikat.studio.serve;

import ikat.studio.queue.Answers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Flights;
import ikat.studio.web.Caching;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.Callable;

/**
 * {@code GET /api/models/{m}/wrap.png}: a picture that joins with its copies; {@code wrap.json}:
 * what proves it.
 */
public final class WrapRoutes implements Feature {

    private static final long CACHE_BYTES = 64L << 20;

    private final OpenModels models;
    private final Planes planes;
    private final Flights<Record, byte[]> flights;
    private final String version;

    private record Picture(WrapAddress address, TileFormat format) {}

    /**
     * Pictures that repeat.
     *
     * @param queue that they are made in
     * @param version of the program, which may make other pictures than the one before
     */
    public WrapRoutes(OpenModels models, Planes planes, FairQueue queue, String version) {
        this.models = models;
        this.planes = planes;
        this.version = version;
        this.flights = new Flights<>(queue, CACHE_BYTES, answer -> answer.length);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (TileFormat format : TileFormat.values()) {
            routes.get(
                    "/api/models/{model}/wrap." + format.ending(),
                    context -> picture(context, format));
        }
        routes.get("/api/models/{model}/wrap.json", this::certificate);
    }

    private void picture(Context context, TileFormat format) {
        WrapAddress address = address(context);
        WrapPlane plane = plane(address);
        send(
                context,
                new Picture(address, format),
                format.mediaType(),
                () ->
                        format.pack(
                                plane.pixels(),
                                address.width(),
                                address.height(),
                                plane.channels()));
    }

    private void certificate(Context context) {
        WrapAddress address = address(context);
        WrapPlane plane = plane(address);
        send(context, address, "application/json", () -> plane.certificate(version));
    }

    private WrapAddress address(Context context) {
        return WrapAddress.of(context, models.shelf().get(context.pathParam("model")));
    }

    /** Refuses at once what does not exist or does not fit. */
    private WrapPlane plane(WrapAddress address) {
        OpenModel model = models.get(address.model());
        return WrapPlane.of(model, planes.field(model, address.choice()), address);
    }

    private void send(Context context, Record wanted, String mediaType, Callable<byte[]> work) {
        String etag = Caching.tag(version, wanted);
        if (!Caching.answered(context, etag, context.pathParam("model"))) {
            Answers.send(context, mediaType, flights, wanted, work);
        }
    }
}
