package ikat.studio.jobs;

import ikat.studio.web.Feature;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The kinds of jobs that share one queue. */
public final class JobKinds implements Feature {

    private final Jobs jobs;
    private final List<JobFeature> kinds;

    /**
     * Restores the jobs that were kept, and resumes those that ran when the studio closed.
     *
     * @param folder of the jobs, created when first needed
     * @param most jobs that are kept; the oldest that has ended is deleted for a new one
     * @param mostBytes that they may take before a new one is added; the oldest that have ended are
     *     deleted
     * @param kinds opens the kinds
     */
    public JobKinds(Path folder, int most, long mostBytes, Function<Jobs, List<JobFeature>> kinds) {
        jobs = new Jobs(folder, most, mostBytes);
        this.kinds = kinds.apply(jobs);
        jobs.begin(this::kind);
    }

    private JobFeature kind(String name) {
        return kinds.stream()
                .filter(one -> one.kind().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there are no jobs of kind " + name));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        kinds.forEach(kind -> kind.addTo(routes));
    }

    @Override
    public void endStreams() {
        jobs.endStreams();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
