package ikat.train;

import java.util.List;

/**
 * The length of a training, in steps or in time.
 *
 * @param steps generator steps, at most 100 million; 0 if limited by time
 * @param seconds time to train, at most 1e7; 0 if limited by steps
 */
public record Budget(long steps, double seconds) {

    public static final Setting<Long> STEPS =
            Setting.longWhole("steps", 0, 1e8)
                    .byDefault("by time")
                    .means("steps of the generator to train for");
    public static final Setting<Double> SECONDS =
            Setting.number("seconds", 0, 1e7)
                    .orCalled(PlanSettings.TIME)
                    .byDefault("180")
                    .means("time to train for; \"for\" takes 5m or 1h30m");
    static final List<Setting<?>> SETTINGS = List.of(STEPS, SECONDS);

    public Budget {
        STEPS.check(steps);
        SECONDS.check(seconds);
        if (steps > 0 == seconds > 0) {
            throw new IllegalArgumentException(
                    "steps are %s and seconds %s, but exactly one must be above 0"
                            .formatted(steps, seconds));
        }
    }
}
