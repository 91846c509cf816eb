package ikat.lab.studio;

import ikat.text.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose for a comparison.
 *
 * @param methods names, in order, without doubles
 * @param seconds that each method that trains may train
 * @param size side of the pictures to make, in pixels
 * @param seeds pictures of each method
 * @param seed of everything random
 */
record ComparisonChoices(List<String> methods, int seconds, int size, int seeds, long seed) {

    /** The same as it is sent: what is missing takes its usual value. */
    record Sent(
            @Nullable List<String> methods,
            @Nullable Integer seconds,
            @Nullable Integer size,
            @Nullable Integer seeds,
            @Nullable Long seed) {}

    ComparisonChoices {
        methods = methods.stream().distinct().toList();
        Checks.range("seconds", seconds, 1, 86_400);
        Checks.range("size", size, 64, 1024);
        Checks.range("seeds", seeds, 1, 16);
    }

    /**
     * Fills in what is missing.
     *
     * @param all names of the methods that can be tried here
     * @throws IllegalArgumentException one sentence, if a value is out of its range
     */
    static ComparisonChoices of(Sent sent, List<String> all) {
        List<String> methods = sent.methods();
        return new ComparisonChoices(
                methods == null || methods.isEmpty() ? all : methods,
                or(sent.seconds(), 60),
                or(sent.size(), 512),
                or(sent.seeds(), 1),
                or(sent.seed(), 0L));
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
