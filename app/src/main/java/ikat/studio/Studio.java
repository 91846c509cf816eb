package ikat.studio;

import ikat.app.engine.Workshop;
import ikat.studio.deepzoom.DeepZoomRoutes;
import ikat.studio.gallery.ModelRoutes;
import ikat.studio.iiif.IiifRoutes;
import ikat.studio.iiif.PresentationRoutes;
import ikat.studio.live.LiveRoutes;
import ikat.studio.maps.MapRoutes;
import ikat.studio.measures.Measures;
import ikat.studio.models.ModelShelf;
import ikat.studio.models.OpenModels;
import ikat.studio.openapi.OpenApiRoutes;
import ikat.studio.queue.FairQueue;
import ikat.studio.renders.RenderRoutes;
import ikat.studio.tiles.Overviews;
import ikat.studio.tiles.Planes;
import ikat.studio.tiles.TileRoutes;
import ikat.studio.uploads.Uploads;
import ikat.studio.web.EarlyRefusals;
import ikat.studio.web.Failures;
import ikat.studio.web.Feature;
import ikat.studio.web.Guard;
import ikat.studio.web.Heads;
import ikat.studio.web.Json;
import ikat.studio.web.PageRoutes;
import ikat.studio.web.StudioSettings;
import ikat.studio.workroom.Workroom;
import ikat.studio.wraps.WrapRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * The studio: a web application on this machine. Everything it answers comes from a {@link
 * Feature}; this sets them up and takes them down.
 */
public final class Studio implements AutoCloseable {

    private static final int MOST_WAITING = 1024;
    private static final int MOST_WAITING_EACH = 64;
    private static final long MOST_BODY_BYTES = 2 << 20; // of what is no upload

    private final StudioSettings settings;
    private final FairQueue queue;
    private final List<Feature> features = new ArrayList<>();
    private final Javalin server;

    private Studio(StudioSettings settings, Workshop workshop) {
        this.settings = settings;
        this.queue = new FairQueue(settings.workers(), MOST_WAITING, MOST_WAITING_EACH);
        addFeatures(workshop);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts a studio.
     *
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static Studio start(StudioSettings settings, Workshop workshop) {
        if (!Guard.isLoopback(settings.host()) && settings.token().isEmpty()) {
            throw new IllegalArgumentException(
                    "--host is "
                            + settings.host()
                            + ", which others can reach, so a token is needed; give --token");
        }
        Studio studio = new Studio(settings, workshop);
        boolean started = false;
        try {
            studio.server.start(settings.host(), settings.port());
            started = true;
        } finally {
            if (!started) {
                studio.close();
            }
        }
        return studio;
    }

    private void addFeatures(Workshop workshop) {
        ModelShelf shelf = new ModelShelf(settings.folder(), settings.gallery());
        OpenModels models =
                new OpenModels(shelf, model -> workshop.generator(model, settings.workers()));
        Measures measures = new Measures(queue, settings.version());
        MapRoutes maps = new MapRoutes(models, settings.folder());
        Planes planes = new Planes(maps.fields());
        TileRoutes tiles =
                new TileRoutes(models, planes, queue, settings.cacheBytes(), settings.version());
        measures.cache("tiles", tiles.flights().cache());
        features.add(measures);
        features.add(new PageRoutes());
        features.add(new ModelRoutes(models, planes, queue, settings.version()));
        features.add(tiles);
        features.add(maps);
        features.add(new RenderRoutes(models, planes, settings));
        features.add(new WrapRoutes(models, planes, queue, settings.version()));
        features.add(new LiveRoutes(models, queue, measures));
        features.add(new Workroom(settings, workshop, shelf, queue));
        addStandards(models, planes, tiles);
    }

    /** What viewers by others understand. */
    private void addStandards(OpenModels models, Planes planes, TileRoutes tiles) {
        String version = settings.version();
        boolean cors = settings.cors().isPresent();
        Overviews overviews = new Overviews(planes);
        features.add(new PresentationRoutes(models, planes, cors));
        features.add(new IiifRoutes(models, planes, overviews, queue, version, cors));
        features.add(new DeepZoomRoutes(models, planes, overviews, tiles, queue, version));
        features.add(new OpenApiRoutes(version));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.http.prefer405over404 = true;
        Uploads.configure(config);
        config.jsonMapper(new Json());
        EarlyRefusals.addTo(config.jetty);
        PageRoutes.addFiles(config);
        new Guard(settings).addTo(config.routes);
        Failures.addTo(config.routes);
        features.forEach(feature -> feature.addTo(config.routes));
        Heads.addTo(config);
    }

    /** Where it is, with the token if it has one. */
    public URI address() {
        String host = Guard.isLoopback(settings.host()) ? "localhost" : reachable(settings.host());
        String token = settings.token().map(t -> "?token=" + t).orElse("");
        return URI.create("http://" + host + ":" + server.port() + "/" + token);
    }

    /** A studio that listens at all addresses of the machine is asked by the machine's name. */
    private static String reachable(String host) {
        if (!host.equals("0.0.0.0") && !host.equals("::")) {
            return host;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    /**
     * All that is answered, such as {@code GET /health}; of the pages, no files; HEAD is as GET.
     */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** Stops answering, and ends what runs; trainings can be gone on with. */
    @Override
    public void close() {
        features.forEach(Feature::hush);
        server.stop();
        features.forEach(Feature::close);
        queue.close();
    }
}
