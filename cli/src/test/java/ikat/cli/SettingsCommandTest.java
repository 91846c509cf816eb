package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.train.PlanSettings;
import ikat.train.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsCommandTest {

    @Test
    void listsEverySettingWithWhatItTakes() {
        Cli.Outcome outcome = new Cli(new FakeWorkshop()).run("settings");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^batch +whole number, 1 to 256 +crops in a step \\(8\\)$")
                .containsPattern("(?m)^momentum +number, 0 to 0.9999 +Adam's")
                .containsPattern("(?m)^width +live, standard or full +");
        assertThat(outcome.out().lines()).hasSize(PlanSettings.all().size());
    }

    @Test
    void theManualHasALineForEverySetting() throws IOException {
        String manual = Files.readString(Path.of("../docs/usage.md"));

        for (Setting<?> setting : PlanSettings.all()) {
            assertThat(manual)
                    .contains(
                            "\n| `%s` | %s | %s | %s |\n"
                                    .formatted(
                                            setting.kebabName(),
                                            setting.takes(),
                                            setting.usually(),
                                            setting.meaning()));
        }
    }
}
