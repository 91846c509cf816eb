package ikat.train;

import ikat.text.Excerpt;
import ikat.text.Suggestion;
import ikat.text.TimeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a training given by the user. The others are chosen from the pictures by {@link
 * PlanFactory}. Immutable: each {@code with} method returns a copy with further values, which
 * replace earlier ones.
 */
public final class PlanSettings {

    /** Settings that leave everything to the plan. */
    public static final PlanSettings NONE = new PlanSettings(Map.of());

    /** The alias of {@link Budget#SECONDS} that accepts a time such as 5m. */
    static final String TIME = "for";

    private static final int LONGEST_NAME = 60;

    private static final List<Setting<?>> ALL =
            Stream.of(
                            TrainingPlan.SETTINGS,
                            Budget.SETTINGS,
                            Intake.SETTINGS,
                            Crops.SETTINGS,
                            Shape.SETTINGS,
                            Noise.SETTINGS,
                            TextureCodes.SETTINGS,
                            Optimiser.SETTINGS,
                            Technique.SETTINGS)
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    private static final Map<String, Setting<?>> BY_NAME = byName();

    private final Map<Setting<?>, Object> values;

    private PlanSettings(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    private static Map<String, Setting<?>> byName() {
        Map<String, Setting<?>> names = new TreeMap<>();
        for (Setting<?> setting : ALL) {
            names.put(setting.name(), setting);
            names.put(setting.kebabName(), setting);
            names.put(setting.shortName(), setting);
        }
        return names;
    }

    /** All known settings, in display order. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** A copy of these settings with one more. */
    public <T> PlanSettings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> more = new HashMap<>(values);
        more.put(setting, setting.parse(setting.name(), value));
        return new PlanSettings(more);
    }

    /**
     * A copy of these settings with one more, in the form of a plan file or JSON.
     *
     * @param name the name in camelCase or in kebab-case, or the alias
     * @param value a number, a word, a list of whole numbers, or null to leave the setting open
     * @throws IllegalArgumentException if there is no such setting, or the value is invalid
     */
    public PlanSettings with(String name, @Nullable Object value) {
        Setting<?> setting = find(name);
        if (value == null) {
            return this;
        }
        Map<Setting<?>, Object> more = new HashMap<>(values);
        more.put(
                setting,
                name.equals(TIME)
                        ? setting.check(TimeText.parse(name, value.toString()).toMillis() / 1000.0)
                        : setting.parse(name, value));
        return new PlanSettings(more);
    }

    /**
     * A copy of these settings with one more, parsed from text; lists are separated by commas.
     *
     * @param name the name in camelCase or in kebab-case, or the alias
     * @throws IllegalArgumentException if there is no such setting, or the value is invalid
     */
    public PlanSettings withText(String name, String text) {
        if (find(name).type() != List.class) {
            return with(name, numberOrText(text));
        }
        List<Object> entries = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            entries.add(
                    entry.strip().matches("-?\\d{1,9}") ? Integer.valueOf(entry.strip()) : entry);
        }
        return with(name, entries);
    }

    private static Object numberOrText(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /**
     * A copy of these settings overridden by others. A time replaces a number of steps, and vice
     * versa.
     */
    public PlanSettings with(PlanSettings others) {
        Map<Setting<?>, Object> all = new HashMap<>(values);
        if (others.has(Budget.STEPS) || others.has(Budget.SECONDS)) {
            all.remove(Budget.STEPS);
            all.remove(Budget.SECONDS);
        }
        all.putAll(others.values);
        return new PlanSettings(all);
    }

    /** Names of the settings that are given, in camelCase. */
    public Set<String> names() {
        return values.keySet().stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a setting is given. */
    public boolean has(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** The value of a setting, or null if it is left open. */
    @SuppressWarnings("unchecked") // with() stores values of the setting's type
    public <T> @Nullable T get(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** The value of a setting, or a default if it is left open. */
    <T> T or(Setting<T> setting, T otherwise) {
        T value = get(setting);
        return value == null ? otherwise : value;
    }

    private static Setting<?> find(String name) {
        Setting<?> setting = BY_NAME.get(name);
        if (setting == null) {
            throw new IllegalArgumentException(unknown(name));
        }
        return setting;
    }

    private static String unknown(String name) {
        return "there is no setting \""
                + Excerpt.plain(name, LONGEST_NAME)
                + "\"; "
                + Suggestion.of(name, BY_NAME.keySet())
                        .map(close -> "did you mean \"" + close + "\"?")
                        .orElse("'ikat settings' lists all");
    }
}
