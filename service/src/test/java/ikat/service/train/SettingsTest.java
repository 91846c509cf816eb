package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.train.PlanSettings;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void stepsReplaceATimeBelowThem() {
        Settings file = new Settings().set("for", "5m").set("batch", 4);

        PlanSettings settings = file.overlay(new Settings().set("steps", 100)).toRecord();

        assertThat(settings.steps()).isEqualTo(100);
        assertThat(settings.seconds()).isNull();
        assertThat(settings.batch()).isEqualTo(4);
    }

    @Test
    void everySettingCanBeSetByItsNameAndInKebabCase() {
        for (RecordComponent component : PlanSettings.class.getRecordComponents()) {
            Object value =
                    component.getType() == List.class
                            ? List.of(1)
                            : component.getType().isEnum()
                                    ? String.valueOf(component.getType().getEnumConstants()[0])
                                            .toLowerCase(Locale.ROOT)
                                    : 1;
            Settings settings = new Settings();
            settings.set(component.getName(), value);
            settings.set(SettingNames.kebab(component.getName()), value);

            assertThat(settings.names()).containsExactly(component.getName());
            assertThat(settings.toRecord()).isNotEqualTo(PlanSettings.NONE);
        }
    }
}
