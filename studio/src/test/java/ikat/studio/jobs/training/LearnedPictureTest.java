package ikat.studio.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.web.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedPictureTest {

    @Test
    void picturesOfEarlierVersionsAreRead() {
        String kept =
                "{\"file\":\"bark.png\",\"width\":300,\"height\":200,\"verdict\":\"good\","
                        + "\"sentences\":[],\"facts\":[]}";
        LearnedPicture picture = Json.MAPPER.readValue(kept, LearnedPicture.class);
        assertThat(picture.preparation()).isNull(); // so that maps are looked for by their names
        assertThat(picture.shown("a"))
                .containsEntry("sourceWidth", 300)
                .containsEntry("image", "a.jpg")
                .containsEntry("prepare", Map.of("maps", Map.of()));
    }

    @Test
    void preparationsAreKeptAsTheyAre() {
        Preparation own =
                new Preparation(
                        Map.of("crop", List.of(1, 2, 30, 40), "scale", 0.5),
                        "mask.png",
                        Map.of("normal", "n.png"));
        String kept = Json.MAPPER.writeValueAsString(own);
        assertThat(Json.MAPPER.readValue(kept, Preparation.class)).isEqualTo(own);
        assertThat(own.files()).containsExactlyInAnyOrder("mask.png", "n.png");
    }
}
