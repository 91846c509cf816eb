package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.service.Refusal;
import ikat.train.Budget;
import ikat.train.Crops;
import ikat.train.Noise;
import ikat.train.Optimiser;
import ikat.train.PlanSettings;
import ikat.train.Shape;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    @TempDir private Path folder;

    private PlanSettings read(String yaml) throws IOException {
        return PlanFile.read(Files.writeString(folder.resolve("p.yaml"), yaml));
    }

    @Test
    void knowsSettingsByAllTheirNames() throws IOException {
        PlanSettings settings =
                read(
                        """
                        width: Standard
                        patch-pixels: 96
                        localChannels: 20
                        global: 4
                        generator-channels: [64, 32]
                        learning-rate: 1e-3
                        finalRate: 0
                        for: 20m
                        seed: 9000000000
                        """);

        assertThat(settings.get(TrainingPlan.WIDTH)).isEqualTo(Width.STANDARD);
        assertThat(settings.get(Crops.PATCH_PIXELS)).isEqualTo(96);
        assertThat(settings.get(Noise.LOCAL_CHANNELS)).isEqualTo(20);
        assertThat(settings.get(Noise.GLOBAL_CHANNELS)).isEqualTo(4);
        assertThat(settings.get(Shape.GENERATOR_CHANNELS)).isEqualTo(List.of(64, 32));
        assertThat(settings.get(Optimiser.LEARNING_RATE)).isEqualTo(1e-3);
        assertThat(settings.get(Optimiser.FINAL_RATE)).isZero();
        assertThat(settings.get(Budget.SECONDS)).isEqualTo(1200);
        assertThat(settings.get(TrainingPlan.SEED)).isEqualTo(9_000_000_000L);
        assertThat(settings.get(Crops.BATCH)).isNull();
    }

    @Test
    void anEmptyFileLeavesEverythingOpen() throws IOException {
        assertThat(read("").names()).isEmpty();
        assertThat(read("# nothing yet\n").names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wavs: 3            | there is no setting "wavs"; did you mean "waves"?
                    qqqqqqqqqqqqqq: 3  | there is no setting "qqqqqqqqqqqqqq"; 'ikat settings' lists all
                    batch: many        | batch is many, but must be a whole number
                    batch: 3.5         | batch is 3.5, but must be a whole number
                    batch: 99999999999 | batch is 99999999999, but must be a whole number
                    momentum: [1]      | momentum is [1], but must be a number
                    momentum: .inf     | momentum is Infinity, but must be a number
                    width: 3           | width is 3, but must be live, standard or full
                    channels: 64       | channels is 64, but must be a list of whole numbers
                    channels: [a]      | channels is [a], but must be a list of whole numbers
                    for: 5             | for is 5, but must be a time
                    """)
    void aBadEntryIsNamed(String yaml, String sentence) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("p.yaml: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "'- a', must hold settings",
        "'batch: [', line 1",
        "'batch: 1\nbatch: 2', not a YAML file",
        "hello, must hold"
    })
    void whatIsNoMapIsRefused(String yaml, String part) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(Refusal.class).hasMessageContaining(part);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file =
                Files.write(folder.resolve("p.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("not text in UTF-8");
    }

    @Test
    void aMissingFileIsAnIoException() {
        assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
