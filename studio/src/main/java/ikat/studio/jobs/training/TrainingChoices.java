package ikat.studio.jobs.training;

import ikat.studio.jobs.Uploads;
import ikat.train.PlanSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The choices for a training, with settings by their names in a plan file; missing ones follow from
 * the pictures.
 */
record TrainingChoices(
        String name,
        boolean half,
        @Nullable Boolean weave,
        @Nullable String licenceNote,
        Map<String, Object> plan) {

    private static final int LONGEST_NOTE = 2000;

    TrainingChoices {
        plan = Map.copyOf(plan);
        weave = weave == null || weave; // jobs of earlier versions do not say
    }

    /**
     * Reads values by name, of which null counts as missing; throws one sentence if one is not
     * valid.
     */
    static TrainingChoices of(Map<?, ?> sent, String usualName) {
        Map<String, Object> plan = new LinkedHashMap<>();
        sent.forEach((key, value) -> plan.put(String.valueOf(key), value));
        plan.values().removeIf(Objects::isNull);
        String name = text("name", plan.remove("name"), 200);
        String note = text("licenceNote", plan.remove("licenceNote"), LONGEST_NOTE);
        boolean half = flag("half", plan.remove("half"), false);
        boolean weave = flag("weave", plan.remove("weave"), true);
        TrainingChoices choices =
                new TrainingChoices(
                        Uploads.safeName(name == null ? usualName : name), half, weave, note, plan);
        choices.settings();
        return choices;
    }

    /** The same under another name. */
    TrainingChoices named(String other) {
        return new TrainingChoices(
                Uploads.safeName(other), half, Boolean.TRUE.equals(weave), licenceNote, plan);
    }

    /** The same for so many seconds in all. */
    TrainingChoices lasting(double seconds) {
        Map<String, Object> longer = new LinkedHashMap<>(plan);
        longer.keySet().removeAll(List.of("for", "steps"));
        longer.put("seconds", seconds);
        return new TrainingChoices(name, half, weave, licenceNote, longer);
    }

    /** Whether its length is given in steps. */
    boolean countsSteps() {
        return plan.containsKey("steps");
    }

    private static boolean flag(String name, @Nullable Object value, boolean usual) {
        if (value == null) {
            return usual;
        }
        if (!(value instanceof Boolean flag)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be true or false");
        }
        return flag;
    }

    private static @Nullable String text(String name, @Nullable Object value, int longest) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > longest) {
            throw new IllegalArgumentException(
                    name + " must be text of at most " + longest + " letters");
        }
        return text.isBlank() ? null : text.strip();
    }

    /** The settings of the plan. */
    PlanSettings settings() {
        PlanSettings settings = PlanSettings.NONE;
        for (Map.Entry<String, Object> entry : plan.entrySet()) {
            settings = settings.with(entry.getKey(), entry.getValue());
        }
        return settings;
    }
}
