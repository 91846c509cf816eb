package ikat.studio.jobs;

import ikat.service.Workshop;
import ikat.studio.web.Feature;
import tools.jackson.databind.JsonNode;

/** A kind of job: its routes, and how a job is restored. */
public interface JobFeature extends Feature {

    /** The name of the kind where jobs are kept, such as {@code training}. */
    String kind();

    /** Restores a job. */
    Job restored(Job.Origin origin, JsonNode details);

    /**
     * Adds a kind of job if its module is on the class path; found by {@link
     * java.util.ServiceLoader}.
     */
    interface Provider {

        /** The name of its OpenAPI file, without the extension. */
        String openApiPart();

        /**
         * Creates the feature.
         *
         * @param jobs the queue
         * @param threads that a job may use
         */
        JobFeature open(Jobs jobs, Workshop workshop, int threads);
    }
}
