package ikat.studio.web;

import ikat.text.Checks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The limits of a studio. */
public final class Limits {

    /** All at their usual values. */
    public static final Limits USUAL = new Limits(Map.of());

    private static final long MIB = 1L << 20;

    private final Map<Limit, Long> set;

    private Limits(Map<Limit, Long> set) {
        this.set = set;
    }

    /**
     * Reads limits from a text such as {@code work-seconds=30,exports=5}; others have their usual
     * values.
     *
     * @throws IllegalArgumentException one sentence, if there is no such limit or its value is out
     *     of range
     */
    public static Limits of(String text) {
        Map<Limit, Long> set = new EnumMap<>(Limit.class);
        for (String one : text.split(",")) {
            String[] parts = one.strip().split("=", 2);
            Limit limit = limit(parts[0]);
            String value = parts.length == 2 ? parts[1] : "";
            if (!value.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(
                        "%s is '%s', but must be a whole number from %s to %s"
                                .formatted(limit.word, value, limit.least, limit.most));
            }
            set.put(
                    limit,
                    Checks.range(limit.word, Long.parseLong(value), limit.least, limit.most));
        }
        return new Limits(set);
    }

    private static Limit limit(String word) {
        return Arrays.stream(Limit.values())
                .filter(limit -> limit.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no limit '%s'; there are %s"
                                                .formatted(Query.excerpt(word), words())));
    }

    private static String words() {
        return Arrays.stream(Limit.values())
                .map(limit -> limit.word)
                .collect(Collectors.joining(", "));
    }

    /** The value of a limit. */
    public int of(Limit limit) {
        return (int) value(limit);
    }

    /** The value of a limit that is given in megabytes, in bytes. */
    public long bytes(Limit limit) {
        return value(limit) * MIB;
    }

    /** A line for each limit: its name, its value and what it bounds. */
    @Override
    public String toString() {
        return Arrays.stream(Limit.values())
                .map(limit -> "%-13s %6s  %s".formatted(limit.word, value(limit), limit.what))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private long value(Limit limit) {
        return set.getOrDefault(limit, limit.usual);
    }
}
