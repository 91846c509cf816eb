package ikat.studio.jobs;

import ikat.service.Workshop;
import ikat.studio.web.Feature;
import tools.jackson.databind.JsonNode;

/** One kind of job: what the studio answers about it, and how a job that was kept is restored. */
public interface JobFeature extends Feature {

    /** What the jobs are called where they are kept, such as {@code training}. */
    String kind();

    /** A job as it was kept. */
    Job restored(Job.Origin origin, JsonNode details);

    /**
     * Adds a kind of job when its module is on the class path. Found by {@link
     * java.util.ServiceLoader}.
     */
    interface Provider {

        /** The file of its part of the HTTP interface's description, without its ending. */
        String openApiPart();

        /**
         * Makes the feature.
         *
         * @param jobs that its jobs are queued in
         * @param threads that a job computes with
         */
        JobFeature open(Jobs jobs, Workshop workshop, int threads);
    }
}
