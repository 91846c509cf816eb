package ikat.train;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries of a plan by name, those that a model file leaves out, too. */
final class PlanEntries {

    private PlanEntries() {}

    static Map<String, Object> of(TrainingPlan plan) {
        Map<String, Object> entries = new LinkedHashMap<>();
        add(plan, entries);
        return entries;
    }

    private static void add(Record part, Map<String, Object> entries) {
        try {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(part);
                if (value instanceof Record inner) {
                    add(inner, entries);
                } else {
                    entries.put(component.getName(), value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
