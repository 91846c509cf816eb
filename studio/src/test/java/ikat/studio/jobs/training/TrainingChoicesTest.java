package ikat.studio.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.studio.web.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingChoicesTest {

    @Test
    void aModelHoldsItsPicturesUnlessThisIsRefused() {
        assertThat(TrainingChoices.of(Map.of(), "bark").weave()).isTrue();
        assertThat(TrainingChoices.of(Map.of("weave", false), "bark").weave()).isFalse();
        assertThatThrownBy(() -> TrainingChoices.of(Map.of("weave", "no"), "bark"))
                .hasMessage("weave is no, but must be true or false");
    }

    @Test
    void jobsOfEarlierVersionsAreRead() {
        String kept = "{\"name\":\"bark\",\"half\":true,\"licenceNote\":null,\"plan\":{}}";
        TrainingChoices choices = Json.MAPPER.readValue(kept, TrainingChoices.class);
        assertThat(choices.half()).isTrue();
        assertThat(choices.weave()).isTrue();
    }
}
