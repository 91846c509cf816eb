package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {

    /** Plans of model files in the gallery, written when a plan had no parts. */
    private static String kept(String name) throws IOException {
        try (InputStream in = TrainingPlanTest.class.getResourceAsStream(name + "-plan.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "samples"})
    void plansOfOlderFilesAreReadAndWrittenByteForByte(String name) throws IOException {
        assertThat(TrainingPlan.fromJson(kept(name)).toJson()).isEqualTo(kept(name));
    }

    @Test
    void everyPartTakesItsEntries() throws IOException {
        TrainingPlan plan = TrainingPlan.fromJson(kept("samples"));

        assertThat(plan.crops().patchPixels()).isEqualTo(160);
        assertThat(plan.noise().waveHidden()).isEqualTo(60);
        assertThat(plan.codes().codes()).isEqualTo(Codes.LEARNED);
        assertThat(plan.codes().pictureWaves()).hasSize(6);
        assertThat(plan.shape().depth()).isEqualTo(5);
        assertThat(plan.optimiser().discriminatorRate()).isEqualTo(0.7);
        assertThat(plan.budget()).isEqualTo(new Budget(0, 720));
    }

    @Test
    void theMapIsFlat() throws IOException {
        assertThat(TrainingPlan.fromJson(kept("honeycomb")).toMap())
                .containsEntry("width", "LIVE")
                .containsEntry("batch", 8)
                .containsEntry("codes", "LEARNED")
                .containsEntry("momentum", 0.5)
                .containsEntry("seed", 0);
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        String plan = kept("honeycomb");
        String[] wrong = {
            "",
            "[]",
            "null",
            "{}",
            plan.substring(1),
            plan.replace("\"seed\"", "\"sede\""),
            plan.replace("\"batch\":8", "\"batch\":\"many\""),
            plan.replace("\"batch\":8", "\"batch\":null"),
            plan.replace("\"batch\":8,", ""),
            plan.replace("\"batch\":8", "\"batch\":999")
        };
        for (String json : wrong) {
            assertThatThrownBy(() -> TrainingPlan.fromJson(json))
                    .as(json)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("its plan cannot be read: ");
        }
    }
}
