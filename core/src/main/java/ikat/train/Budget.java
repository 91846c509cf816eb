package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.text.Checks;
import java.util.List;

/**
 * The length of a training, in steps or in time.
 *
 * <p>How many steps a time has room for depends on the machine. What a training by time did is
 * repeated exactly by one of as many steps with the same ticks.
 *
 * @param steps generator steps, at most 100 million; 0 if limited by time
 * @param seconds time to train, at most 1e7; 0 if limited by steps
 * @param ticks the step at which each twentieth of a training by time was over, ascending: by them
 *     its learning rate fell and its states were judged; empty for even ones, or if unknown
 */
public record Budget(
        long steps,
        double seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> ticks) {

    /** Number of ticks of a training by time. */
    public static final int TICKS_IN_ALL = 20;

    public static final Setting<Long> STEPS =
            Setting.longWhole("steps", 0, 1e8)
                    .byDefault("by time")
                    .means("steps of the generator to train for");
    public static final Setting<Double> SECONDS =
            Setting.number("seconds", 0, 1e7)
                    .orCalled(PlanSettings.TIME)
                    .byDefault("180")
                    .means("time to train for; \"for\" takes 5m or 1h30m");
    public static final Setting<List<Integer>> TICKS =
            Setting.list("ticks")
                    .byDefault("even")
                    .means(
                            "with steps: the step at which each twentieth of a training by time was"
                                    + " over, as its model tells; repeats it exactly");
    static final List<Setting<?>> SETTINGS = List.of(STEPS, SECONDS, TICKS);

    /** A length without ticks. */
    public Budget(long steps, double seconds) {
        this(steps, seconds, List.of());
    }

    public Budget {
        ticks = ticks == null ? List.of() : Checks.copy("ticks", ticks);
        Checks.range("number of ticks", ticks.size(), 0, TICKS_IN_ALL);
        ticks.forEach(tick -> Checks.range("an entry of ticks", tick, 0, Integer.MAX_VALUE));
        if (!ticks.equals(ticks.stream().sorted().toList())) {
            throw new IllegalArgumentException("ticks are " + ticks + ", but must ascend");
        }
        STEPS.check(steps);
        SECONDS.check(seconds);
        if (steps > 0 == seconds > 0) {
            throw new IllegalArgumentException(
                    "steps are %s and seconds %s, but exactly one must be above 0"
                            .formatted(steps, seconds));
        }
    }
}
