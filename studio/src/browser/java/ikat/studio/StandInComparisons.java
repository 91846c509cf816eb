package ikat.studio;

import ikat.service.Workshop;
import ikat.studio.jobs.Job;
import ikat.studio.jobs.JobFeature;
import ikat.studio.jobs.JobRoutes;
import ikat.studio.jobs.Jobs;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Stands in for the comparisons of the lab, which this module does not know: none is made yet. */
record StandInComparisons() implements JobFeature.Provider {

    private record Method(String name, String title, String source, String lacking) {}

    private static final List<Method> METHODS =
            List.of(
                    new Method("quilting", "Image quilting", "Efros and Freeman 2001", ""),
                    new Method("gatys", "Gatys", "Gatys et al. 2015", "it needs weights"),
                    new Method("ikat", "Ikat", "this project", ""));

    @Override
    public String openApiPart() {
        return "stand-in";
    }

    @Override
    public JobFeature open(Jobs jobs, Workshop workshop, int threads) {
        return new JobFeature() {
            @Override
            public String kind() {
                return "comparison";
            }

            @Override
            public Job restored(Job.Origin origin, JsonNode details) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void addTo(RoutesConfig routes) {
                routes.get(
                        "/api/comparisons/methods",
                        context -> context.json(Map.of("methods", METHODS)));
                new JobRoutes<>(jobs, Job.class, "/api/comparisons")
                        .addTo(routes, "comparisons", kind());
            }
        };
    }
}
