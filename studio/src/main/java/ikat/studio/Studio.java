package ikat.studio;

import ikat.service.Workshop;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.Uploads;
import ikat.studio.jobs.Workroom;
import ikat.studio.jobs.renders.RenderRoutes;
import ikat.studio.live.LiveRoutes;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Measures;
import ikat.studio.serve.DeepZoomRoutes;
import ikat.studio.serve.MapRoutes;
import ikat.studio.serve.ModelRoutes;
import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Overviews;
import ikat.studio.serve.Planes;
import ikat.studio.serve.TileRoutes;
import ikat.studio.serve.WrapRoutes;
import ikat.studio.serve.iiif.IiifRoutes;
import ikat.studio.serve.iiif.PresentationRoutes;
import ikat.studio.web.EarlyRefusals;
import ikat.studio.web.Failures;
import ikat.studio.web.Feature;
import ikat.studio.web.Guard;
import ikat.studio.web.Heads;
import ikat.studio.web.Json;
import ikat.studio.web.OpenApiRoutes;
import ikat.studio.web.PageRoutes;
import ikat.studio.web.StudioSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

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

    private Studio(StudioSettings settings, Workshop workshop, List<JobFeature.Provider> more) {
        this.settings = settings;
        this.queue = new FairQueue(settings.workers(), MOST_WAITING, MOST_WAITING_EACH);
        addFeatures(workshop, more);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts a studio.
     *
     * @throws UncheckedIOException with a {@link BindException} if the port is taken
     */
    public static Studio start(StudioSettings settings, Workshop workshop) {
        return start(
                settings,
                workshop,
                ServiceLoader.load(JobFeature.Provider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /**
     * Starts a studio with other kinds of jobs than those on the class path.
     *
     * @param more kinds of jobs beside trainings and renders
     * @throws UncheckedIOException with a {@link BindException} if the port is taken
     */
    public static Studio start(
            StudioSettings settings, Workshop workshop, List<JobFeature.Provider> more) {
        if (!Guard.isLoopback(settings.host()) && settings.token().isEmpty()) {
            throw new IllegalArgumentException(
                    "--host is "
                            + settings.host()
                            + ", which others can reach, so a token is needed; give --token");
        }
        Studio studio = new Studio(settings, workshop, more);
        boolean started = false;
        try {
            studio.server.start(settings.host(), settings.port());
            started = true;
        } catch (JavalinBindException e) {
            BindException taken = new BindException(e.getMessage());
            taken.initCause(e);
            throw new UncheckedIOException(taken);
        } finally {
            if (!started) {
                studio.close();
            }
        }
        return studio;
    }

    private void addFeatures(Workshop workshop, List<JobFeature.Provider> more) {
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
        features.add(new Workroom(settings, workshop, shelf, queue, more));
        addStandards(models, planes, tiles, more);
    }

    /** What viewers by others understand. */
    private void addStandards(
            OpenModels models, Planes planes, TileRoutes tiles, List<JobFeature.Provider> more) {
        String version = settings.version();
        boolean cors = settings.cors().isPresent();
        Overviews overviews = new Overviews(planes);
        features.add(new PresentationRoutes(models, planes, cors));
        features.add(new IiifRoutes(models, planes, overviews, queue, version, cors));
        features.add(new DeepZoomRoutes(models, planes, overviews, tiles, queue, version));
        features.add(
                new OpenApiRoutes(
                        version, more.stream().map(JobFeature.Provider::openApiPart).toList()));
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
