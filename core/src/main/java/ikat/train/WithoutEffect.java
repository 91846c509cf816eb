package ikat.train;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Refuses settings of a user that a plan has no use for: an option that changes nothing would be
 * believed to have changed something. Values that ask for nothing are no mistake.
 */
final class WithoutEffect {

    private static final String NO_WAVES = "there are no waves";
    private static final String ONE_TEXTURE = "there is only one texture, without global channels";

    /**
     * A setting that a plan may have no use for.
     *
     * @param setting given by the user
     * @param useless whether the plan has none
     * @param why the reason, without a full stop
     */
    private record Rule(Setting<?> setting, Predicate<TrainingPlan> useless, String why) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule(Noise.WAVES, WithoutEffect::oneCell, "a model of one cell has none"),
                    new Rule(
                            Budget.TICKS,
                            plan -> plan.budget().steps() == 0,
                            "the training is limited by time"),
                    new Rule(Noise.OVERTONES, WithoutEffect::noWaves, NO_WAVES),
                    new Rule(Noise.WAVE_STAGES, WithoutEffect::noWaves, NO_WAVES),
                    new Rule(Optimiser.WAVE_RATE, WithoutEffect::noWaves, NO_WAVES),
                    new Rule(Technique.WAVE_START, WithoutEffect::noWaves, NO_WAVES),
                    new Rule(Technique.WAVEFORM, WithoutEffect::noWaves, NO_WAVES),
                    new Rule(
                            Noise.WAVE_HIDDEN,
                            plan -> plan.noise().waveHidden() == 0,
                            "no waves are adapted to textures"),
                    new Rule(Noise.GLOBAL_STAGES, WithoutEffect::oneTexture, ONE_TEXTURE),
                    new Rule(TextureCodes.CODES, WithoutEffect::oneTexture, ONE_TEXTURE),
                    new Rule(
                            TextureCodes.MIXED_SHARE, WithoutEffect::noCodes, "there are no codes"),
                    new Rule(
                            TextureCodes.PLACE_PIXELS,
                            WithoutEffect::noCodes,
                            "there are no codes"),
                    new Rule(Technique.CODE_RATE, WithoutEffect::noCodes, "there are no codes"));

    private WithoutEffect() {}

    /**
     * Checks what a user gave.
     *
     * @throws IllegalArgumentException naming the first setting without effect, in one sentence
     */
    static void check(PlanSettings given, TrainingPlan plan) {
        for (Rule rule : RULES) {
            Object value = given.get(rule.setting());
            if (value != null && asks(value) && rule.useless().test(plan)) {
                throw refusal(rule.setting(), value, rule.why());
            }
        }
    }

    /** Checks what the channels of a generator say of a width and a depth beside them. */
    static void checkChannels(PlanSettings given) {
        List<Integer> channels = given.get(Shape.GENERATOR_CHANNELS);
        if (channels == null) {
            return;
        }
        Width width = given.get(TrainingPlan.WIDTH);
        if (width != null) {
            throw refusal(TrainingPlan.WIDTH, width, "the generator's channels are given");
        }
        Integer depth = given.get(Shape.DEPTH);
        if (depth != null && depth != channels.size() + 1) {
            String why = "the generator's channels make " + (channels.size() + 1) + " stages";
            throw refusal(Shape.DEPTH, depth, why);
        }
    }

    private static IllegalArgumentException refusal(Setting<?> setting, Object value, String why) {
        return new IllegalArgumentException(
                "%s is %s, but %s; leave it out"
                        .formatted(setting.name(), value.toString().toLowerCase(Locale.ROOT), why));
    }

    /** Whether a value asks for something. */
    private static boolean asks(Object value) {
        boolean zero = value instanceof Number number && number.doubleValue() == 0;
        return !zero && !value.equals(List.of()) && !value.equals(List.of(0));
    }

    private static boolean oneCell(TrainingPlan plan) {
        return plan.shape().layout() == Layout.ONE_CELL;
    }

    private static boolean noWaves(TrainingPlan plan) {
        return plan.noise().waves().isEmpty();
    }

    private static boolean oneTexture(TrainingPlan plan) {
        return plan.noise().globalChannels() == 0;
    }

    private static boolean noCodes(TrainingPlan plan) {
        return oneTexture(plan) || plan.codes().codes() == Codes.DRAWN;
    }
}
