package ikat.model;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Precision of the weights in a model file. */
public enum Precision {
    /** As F32, bit for bit. */
    FULL,
    /**
     * The generator's weights as F16, rounded to nearest, in half the space. Batch norm statistics,
     * the waves and the codes that adjust them stay F32, because the effect of a frequency error
     * grows with the distance from the origin. Tensors with a value beyond 65504 also stay F32.
     */
    HALF;

    /** Names of the tensors to store as F16. */
    Set<String> halves(Weights weights) {
        return this == FULL
                ? Set.of()
                : weights.asMap().entrySet().stream()
                        .filter(entry -> isGenerator(entry.getKey()))
                        .filter(entry -> Dtype.fitHalf(entry.getValue().values()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private static boolean isGenerator(String name) {
        return name.startsWith("stages.") && !name.contains(".norm.running_");
    }
}
