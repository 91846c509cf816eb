package ikat.service.train;

import ikat.text.Suggestion;
import ikat.train.PlanSettings;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names by which a plan file knows the settings: as the record, in kebab-case, or as the
 * options.
 */
final class SettingNames {

    /** A time such as 5m instead of a number of seconds. */
    static final String TIME = "for";

    private static final Map<String, String> SHORT =
            Map.of(
                    "patch",
                    "patchPixels",
                    "local",
                    "localChannels",
                    "global",
                    "globalChannels",
                    "channels",
                    "generatorChannels",
                    "places",
                    "placePixels",
                    "select",
                    "selection",
                    TIME,
                    "seconds");

    private static final Map<String, RecordComponent> BY_NAME = byName();

    private SettingNames() {}

    private static Map<String, RecordComponent> byName() {
        Map<String, RecordComponent> names = new TreeMap<>();
        for (RecordComponent component : PlanSettings.class.getRecordComponents()) {
            names.put(component.getName(), component);
            names.put(kebab(component.getName()), component);
        }
        for (Map.Entry<String, String> entry : SHORT.entrySet()) {
            RecordComponent component = names.get(entry.getValue());
            if (component != null) {
                names.put(entry.getKey(), component);
            }
        }
        return names;
    }

    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The setting of that name, if there is one. */
    static Optional<RecordComponent> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The sentence for a name that does not exist. */
    static String unknown(String name) {
        return "there is no setting \""
                + name
                + "\"; "
                + Suggestion.of(name, BY_NAME.keySet())
                        .map(close -> "did you mean \"" + close + "\"?")
                        .orElse("there are " + String.join(", ", kebabNames()));
    }

    private static Set<String> kebabNames() {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : PlanSettings.class.getRecordComponents()) {
            names.add(kebab(component.getName()));
        }
        return names;
    }
}
