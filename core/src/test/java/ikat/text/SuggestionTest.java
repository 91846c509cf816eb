package ikat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void namesThatAreCloseAreSuggested() {
        assertThat(Suggestion.of("learningrat", List.of("batch", "learning-rate")))
                .contains("learning-rate");
        assertThat(Suggestion.of("bathc", List.of("batch", "patch"))).contains("batch");
        assertThat(Suggestion.of("xyz", List.of("batch", "patch"))).isEmpty();
    }

    @Test
    void distanceCountsLetters() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("same", "same")).isZero();
    }
}
