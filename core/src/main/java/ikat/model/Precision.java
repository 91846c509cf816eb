package ikat.model;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How exactly a model file keeps the weights. */
public enum Precision {
    /** As F32, bit for bit. */
    FULL,
    /**
     * The generator's weights as F16, rounded to the nearest, in half the space. Batch norm's
     * statistics, the waves and the codes that bend them stay F32, because an error of a frequency
     * grows with the distance from the origin; so does any tensor with a value beyond 65504.
     */
    HALF;

    /** The names of the tensors that become F16. */
    Set<String> halves(Weights weights) {
        return this == FULL
                ? Set.of()
                : weights.asMap().entrySet().stream()
                        .filter(entry -> isGenerator(entry.getKey()))
                        .filter(entry -> Half.holds(entry.getValue().values()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private static boolean isGenerator(String name) {
        return name.startsWith("stages.") && !name.contains(".norm.running_");
    }
}
