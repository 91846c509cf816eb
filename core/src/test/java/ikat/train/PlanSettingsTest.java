package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSettingsTest {

    private static Object someValue(Setting<?> setting) {
        if (setting.type().isEnum()) {
            return String.valueOf(setting.type().getEnumConstants()[0]).toLowerCase(Locale.ROOT);
        }
        if (setting.type() == List.class) {
            return List.of(1);
        }
        return setting.type() == Double.class
                ? (Object) setting.most()
                : (Object) (Double.isInfinite(setting.most()) ? 1L : (long) setting.most());
    }

    @Test
    void stepsReplaceATimeBelowThem() {
        PlanSettings file = PlanSettings.NONE.with("for", "5m").with("batch", 4);

        PlanSettings settings = file.with(PlanSettings.NONE.with("steps", 100));

        assertThat(settings.get(Budget.STEPS)).isEqualTo(100);
        assertThat(settings.get(Budget.SECONDS)).isNull();
        assertThat(settings.get(Crops.BATCH)).isEqualTo(4);
    }

    @Test
    void everySettingCanBeSetByItsNameAndInKebabCase() {
        for (Setting<?> setting : PlanSettings.all()) {
            Object value = someValue(setting);
            PlanSettings named = PlanSettings.NONE.with(setting.name(), value);
            PlanSettings kebab = PlanSettings.NONE.with(setting.kebabName(), value);

            assertThat(named.names()).containsExactly(setting.name());
            assertThat(kebab.<Object>get(anything(setting)))
                    .isNotNull()
                    .isEqualTo(named.<Object>get(anything(setting)));
        }
    }

    @SuppressWarnings("unchecked")
    private static Setting<Object> anything(Setting<?> setting) {
        return (Setting<Object>) setting;
    }

    @Test
    void everyEntryOfAPlanIsASetting() {
        TrainingPlan plan = PlanFactoryTest.planOfNoise();
        Set<String> entries = new HashSet<>(PlanEntries.of(plan).keySet());
        entries.remove("pictureWaves"); // only the pictures say it
        entries.remove("departures"); // the settings that are given say it
        entries.add("depth"); // the number of generatorChannels and one
        assertThat(PlanSettings.all())
                .extracting(Setting::name)
                .containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void listedDefaultsAreThoseOfThePlan() {
        TrainingPlan plan = PlanFactoryTest.planOfNoise();
        int numbers = 0;
        for (Setting<?> setting : PlanSettings.all()) {
            if (setting.usually().matches("[0-9.]+")
                    && !setting.name().matches("overtones|waveHidden|mixedShare")) {
                Number value = (Number) PlanEntries.of(plan).get(setting.name());
                assertThat(value.doubleValue())
                        .as(setting.name())
                        .isEqualTo(Double.parseDouble(setting.usually()));
                numbers++;
            }
        }
        assertThat(numbers).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({
        "batch, 0, 'batch is 0, but must be from 1 to 256'",
        "waves, 65, 'waves is 65, but must be from 0 to 64'",
        "overtones, 17, 'overtones is 17, but must be from 0 to 16'",
        "patch, 1025, 'patchPixels is 1025, but must be from 4 to 1024'",
        "momentum, 1, 'momentum is 1, but must be from 0 to 0.9999'",
        "depth, 8, 'depth is 8, but must be from 2 to 7'",
        "seconds, 1e8, 'seconds is 100000000, but must be from 0 to 10000000'"
    })
    void aValueOutOfRangeIsRefused(String name, String text, String sentence) {
        assertThatThrownBy(() -> PlanSettings.NONE.withText(name, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void textIsReadAsTheSettingTakesIt() {
        PlanSettings settings =
                PlanSettings.NONE
                        .withText("width", "Full")
                        .withText("channels", "64, 32")
                        .withText("learning-rate", "1e-3")
                        .withText("seed", "-9000000000")
                        .withText("for", "20m");

        assertThat(settings.get(TrainingPlan.WIDTH)).isEqualTo(Width.FULL);
        assertThat(settings.get(Shape.GENERATOR_CHANNELS)).containsExactly(64, 32);
        assertThat(settings.get(Optimiser.LEARNING_RATE)).isEqualTo(1e-3);
        assertThat(settings.get(TrainingPlan.SEED)).isEqualTo(-9_000_000_000L);
        assertThat(settings.get(Budget.SECONDS)).isEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource({
        "batch, many, 'batch is many, but must be a whole number'",
        "batch, '', 'batch is , but must be a whole number'",
        "channels, '64,a', 'channels is [64, a], but must be a list of whole numbers, such as'",
        "width, 3, 'width is 3, but must be live, standard or full'",
        "for, 5, 'for is 5, but must be a time'",
        "wavs, 3, 'there is no setting \"wavs\"; did you mean \"waves\"?'"
    })
    void textThatWillNotDoIsRefused(String name, String text, String sentence) {
        assertThatThrownBy(() -> PlanSettings.NONE.withText(name, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void bothATimeAndStepsAreRefused() {
        PlanSettings both = PlanSettings.NONE.with("steps", 10).with("seconds", 10);

        assertThatThrownBy(() -> PlanFactoryTest.planOfNoise(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give one of them");
    }
}
