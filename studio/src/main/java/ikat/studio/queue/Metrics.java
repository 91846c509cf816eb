package ikat.studio.queue;

import com.github.benmanes.caffeine.cache.Cache;
import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** {@code /metrics} for Prometheus, and {@code /health}. */
public final class Metrics implements Feature {

    private static final String BEGUN = "ikat-begun";

    /** Seconds of one piece of work from which on the studio calls itself slow. */
    private static final double LONG = 10;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final FairQueue queue;
    private final String version;

    public Metrics(FairQueue queue, String version) {
        this.queue = queue;
        this.version = version;
        new JvmMemoryMetrics().bindTo(registry);
        gauge("ikat.queue.waiting", "pieces of work that wait", queue, FairQueue::waiting);
        gauge("ikat.queue.running", "pieces of work that run", queue, FairQueue::running);
        gauge(
                "ikat.queue.longest.seconds",
                "for how long the longest piece of work has run",
                queue,
                FairQueue::longestSeconds);
    }

    /** Adds a figure that is read on each scrape. */
    public <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(what).strongReference(true).register(registry);
    }

    /** Adds a counter that is read on each scrape. */
    public <T> void counter(String name, String what, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(what).register(registry);
    }

    /** Adds the figures of a cache. */
    public void cache(String name, Cache<?, ?> cache) {
        gauge("ikat." + name + ".cached", "entries in the cache", cache, Cache::estimatedSize);
        counter("ikat." + name + ".hits", "found in the cache", cache, c -> c.stats().hitCount());
        counter(
                "ikat." + name + ".made",
                "not found in the cache",
                cache,
                c -> c.stats().missCount());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(context -> context.attribute(BEGUN, System.nanoTime()));
        routes.after(this::measure);
        routes.get("/metrics", this::metrics);
        routes.get("/health", this::health);
    }

    private void measure(Context context) {
        Long begun = context.attribute(BEGUN);
        if (begun != null) {
            Timer.builder("ikat.requests")
                    .description("answers, by their route")
                    .tag("route", route(context))
                    .tag("status", Integer.toString(context.statusCode()))
                    .publishPercentiles(0.5, 0.99)
                    .register(registry)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    /** Routes, not paths: there are as many paths as tiles. */
    private static String route(Context context) {
        Endpoint last = context.endpoints().lastHttpEndpoint();
        return last == null ? "none" : last.path;
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(registry.scrape());
    }

    private void health(Context context) {
        context.header("Cache-Control", "no-store")
                .json(
                        Map.of(
                                "status",
                                queue.longestSeconds() < LONG ? "up" : "slow",
                                "version",
                                version,
                                "waiting",
                                queue.waiting(),
                                "running",
                                queue.running(),
                                "longestSeconds",
                                Math.round(10 * queue.longestSeconds()) / 10.0));
    }
}
