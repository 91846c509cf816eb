package ikat.studio.serve;

import java.util.List;

/**
 * What the answer to a request for a picture of a plane depends on.
 *
 * @param key all of it
 * @param permanent whether the address fixes it, so that the answer never changes
 */
public record Dependence(Record key, boolean permanent) {

    private record Several(Record own, List<ShelvedModel> others) {}

    /**
     * A dependence on a model and those that are painted over it.
     *
     * @param own of the first model
     * @param modelId as given in the address: with a version it always means the same
     */
    static Dependence of(Record own, List<ShelvedModel> others, String modelId) {
        return others.isEmpty()
                ? new Dependence(own, modelId.contains("@"))
                : new Dependence(new Several(own, others), false);
    }
}
