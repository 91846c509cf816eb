package ikat.service.train;

import ikat.service.Refusal;
import ikat.text.TimeText;
import ikat.train.PlanSettings;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings collected by name, from which the record {@link PlanSettings} is made; what is set later
 * wins.
 */
public final class Settings {

    private final Map<String, Object> values = new TreeMap<>();

    /**
     * Sets one value; null leaves it open.
     *
     * @param name as the record, in kebab-case, or as the option
     * @throws Refusal if there is no such setting, or the value is of the wrong kind
     */
    public Settings set(String name, @Nullable Object value) {
        RecordComponent setting =
                SettingNames.find(name)
                        .orElseThrow(() -> Refusal.usage(SettingNames.unknown(name)));
        if (value == null) {
            return this;
        }
        values.put(
                setting.getName(),
                name.equals(SettingNames.TIME)
                        ? (Object) (seconds(name, value.toString()))
                        : SettingValue.of(name, setting.getType(), value));
        return this;
    }

    private static double seconds(String name, String text) {
        try {
            return TimeText.parse(name, text).toMillis() / 1000.0;
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Lays other settings over these. A time over a number of steps replaces it, and the other way
     * round.
     */
    public Settings overlay(Settings other) {
        if (other.values.containsKey("steps") || other.values.containsKey("seconds")) {
            values.remove("steps");
            values.remove("seconds");
        }
        values.putAll(other.values);
        return this;
    }

    /** Names of the record's components that have been set. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /**
     * The record; what has not been set is null.
     *
     * @throws Refusal if both a time and a number of steps are set
     */
    public PlanSettings toRecord() {
        if (values.containsKey("steps") && values.containsKey("seconds")) {
            throw Refusal.usage("both a time and a number of steps are given; give one of them");
        }
        return new JsonMapper().convertValue(values, PlanSettings.class);
    }
}
