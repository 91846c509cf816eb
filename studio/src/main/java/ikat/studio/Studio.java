package ikat.studio;

import ikat.service.Workshop;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobKinds;
import ikat.studio.jobs.Jobs;
import ikat.studio.jobs.QuiltRoutes;
import ikat.studio.jobs.ScoreRoutes;
import ikat.studio.jobs.Uploads;
import ikat.studio.jobs.films.FilmRoutes;
import ikat.studio.jobs.renders.RenderRoutes;
import ikat.studio.jobs.training.TrainingRoutes;
import ikat.studio.library.Library;
import ikat.studio.live.LiveRoutes;
import ikat.studio.queue.CachedAnswers;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.Metrics;
import ikat.studio.serve.DeepZoomRoutes;
import ikat.studio.serve.DiskRoutes;
import ikat.studio.serve.DiskRoutes.Kind;
import ikat.studio.serve.ExemplarRoutes;
import ikat.studio.serve.MapRoutes;
import ikat.studio.serve.MaterialRoutes;
import ikat.studio.serve.Materials;
import ikat.studio.serve.ModelRoutes;
import ikat.studio.serve.ModelShelf;
import ikat.studio.serve.OpenModels;
import ikat.studio.serve.Planes;
import ikat.studio.serve.TileRoutes;
import ikat.studio.serve.WrapRoutes;
import ikat.studio.serve.iiif.IiifRoutes;
import ikat.studio.web.Bodies;
import ikat.studio.web.Failures;
import ikat.studio.web.Feature;
import ikat.studio.web.Guard;
import ikat.studio.web.Heads;
import ikat.studio.web.Json;
import ikat.studio.web.Limit;
import ikat.studio.web.Limits;
import ikat.studio.web.OpenApiRoutes;
import ikat.studio.web.PageRoutes;
import ikat.studio.web.StudioSettings;
import ikat.studio.web.ThreeFiles;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The studio: a web application on this machine. Each {@link Feature} adds the routes it answers;
 * this class creates and closes them.
 */
public final class Studio implements AutoCloseable {

    private static final int LOOKS = 32; // at pictures that were sent, which may wait
    private static final long MIB = 1L << 20;
    private static final long MAX_BODY_BYTES = 2 * MIB; // except uploads

    private final StudioSettings settings;
    private final FairQueue queue;
    private final FairQueue desk;
    private final FairQueue packing;
    private final List<Feature> features = new ArrayList<>();
    private final Javalin server;

    private Studio(StudioSettings settings, Workshop workshop, List<JobFeature.Provider> more) {
        this.settings = settings;
        Limits limits = settings.limits();
        this.queue =
                new FairQueue(
                        "studio-render",
                        settings.workers(),
                        new FairQueue.Limits(
                                limits.of(Limit.WAITING),
                                limits.of(Limit.WAITING_EACH),
                                limits.of(Limit.WORK_SECONDS)));
        // apart from rendering, as looking at pictures takes seconds
        this.desk =
                new FairQueue(
                        "studio-desk",
                        1,
                        new FairQueue.Limits(LOOKS, LOOKS / 2, limits.of(Limit.LOOK_SECONDS)));
        this.packing =
                new FairQueue(
                        "studio-material",
                        1,
                        new FairQueue.Limits(LOOKS, LOOKS / 4, limits.of(Limit.PACK_SECONDS)));
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
     * Starts a studio with given kinds of jobs in place of those on the class path.
     *
     * @param more kinds of jobs besides trainings and renders
     * @throws UncheckedIOException with a {@link BindException} if the port is taken
     */
    public static Studio start(
            StudioSettings settings, Workshop workshop, List<JobFeature.Provider> more) {
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
        String version = settings.version();
        boolean cors = settings.access().cors().isPresent();
        ModelShelf shelf = new ModelShelf(settings.folder(), settings.gallery());
        OpenModels models =
                new OpenModels(
                        shelf,
                        model -> workshop.generator(model, settings.workers()),
                        () -> queue.waiting() + queue.running() > 0);
        Path maps = settings.folder().resolve("maps");
        Path renders = settings.folder().resolve("renders");
        Path work = settings.folder().resolve("jobs");
        Limits limits = settings.limits();
        Planes planes = new Planes(models, maps, limits);
        Metrics metrics = new Metrics(queue, version);
        CachedAnswers tileAnswers = answers(settings.cacheBytes());
        tileAnswers.measure(metrics, "tiles");
        TileRoutes tiles = new TileRoutes(planes, tileAnswers);
        features.addAll(List.of(metrics, new PageRoutes(), new ThreeFiles(), tiles));
        features.add(new ModelRoutes(planes, answers(8 * MIB)));
        features.add(new MapRoutes(planes));
        features.add(new Library(settings.folder(), shelf, planes));
        features.add(
                new JobKinds(
                        renders,
                        limits.of(Limit.EXPORTS),
                        limits.bytes(Limit.EXPORTS_MB),
                        jobs ->
                                List.of(
                                        new RenderRoutes(jobs, planes, settings, answers(4 * MIB)),
                                        new FilmRoutes(jobs, models))));
        features.add(new WrapRoutes(planes, answers(64 * MIB), version));
        features.add(
                new MaterialRoutes(
                        new Materials(planes),
                        answers(64 * MIB),
                        packing,
                        Math.max(1, settings.workers() - 1))); // one is left for tiles
        features.add(new LiveRoutes(models, queue, metrics));
        features.add(
                new JobKinds(
                        work,
                        limits.of(Limit.JOBS),
                        limits.bytes(Limit.JOBS_MB),
                        jobs -> kinds(jobs, workshop, shelf, more)));
        features.add(new ScoreRoutes(workshop, desk));
        features.add(new QuiltRoutes(queue));
        features.add(exemplars(planes, workshop));
        features.add(disk(work, renders, maps, metrics));
        features.add(new IiifRoutes(planes, answers(32 * MIB), cors));
        features.add(new DeepZoomRoutes(planes, tiles, answers(4 * MIB)));
        features.add(
                new OpenApiRoutes(
                        version, more.stream().map(JobFeature.Provider::openApiPart).toList()));
    }

    private ExemplarRoutes exemplars(Planes planes, Workshop workshop) {
        return new ExemplarRoutes(
                planes,
                workshop,
                settings.workers(),
                answers(16 * MIB),
                new CachedAnswers(desk, MIB, settings.version()));
    }

    private DiskRoutes disk(Path work, Path renders, Path maps, Metrics metrics) {
        Limits limits = settings.limits();
        Path folder = settings.folder();
        return new DiskRoutes(
                folder,
                List.of(
                        new Kind("models", folder, false, 0),
                        new Kind("jobs", work, true, limits.bytes(Limit.JOBS_MB)),
                        new Kind("exports", renders, true, limits.bytes(Limit.EXPORTS_MB)),
                        new Kind("maps", maps, true, limits.bytes(Limit.MAPS_MB)),
                        new Kind("paintings", Library.paintings(folder), true, 0),
                        new Kind("trash", Library.trash(folder), true, 0)),
                metrics);
    }

    private List<JobFeature> kinds(
            Jobs jobs, Workshop workshop, ModelShelf shelf, List<JobFeature.Provider> more) {
        List<JobFeature> kinds = new ArrayList<>();
        kinds.add(
                new TrainingRoutes(
                        jobs,
                        desk,
                        workshop,
                        settings.folder(),
                        name -> shelf.all().stream().anyMatch(model -> model.name().equals(name)),
                        answers(32 * MIB)));
        more.forEach(kind -> kinds.add(kind.open(jobs, workshop, settings.workers())));
        return kinds;
    }

    private CachedAnswers answers(long bytes) {
        return new CachedAnswers(queue, bytes, settings.version());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.http.prefer405over404 = true;
        Uploads.configure(config);
        config.jsonMapper(new Json());
        PageRoutes.addFiles(config);
        new Guard(settings).addTo(config);
        new Bodies(settings.limits().of(Limit.BODIES)).addTo(config);
        Failures.addTo(config);
        features.forEach(feature -> feature.addTo(config.routes));
        Heads.addTo(config);
    }

    /** The address of the start page, including the token if one is set. */
    public URI address() {
        String host = Guard.isLoopback(settings.host()) ? "localhost" : reachable(settings.host());
        String token = settings.access().token().map(t -> "?token=" + t).orElse("");
        return URI.create("http://" + host + ":" + server.port() + "/" + token);
    }

    /** The machine's name in place of a wildcard address, which a browser cannot open. */
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

    /** All routes, such as {@code GET /health}, without HEAD and the static files. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** Stops the server and the jobs; unfinished jobs resume when the studio starts again. */
    @Override
    public void close() {
        features.forEach(Feature::endStreams);
        server.stop();
        features.forEach(Feature::close);
        queue.close();
        desk.close();
        packing.close();
    }
}
