package ikat.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void whatIsNotSetIsAsUsual() {
        Limits limits = Limits.of("work-seconds=30, maps-mb=5");

        assertThat(limits.of(Limit.WORK_SECONDS)).isEqualTo(30);
        assertThat(limits.bytes(Limit.MAPS_MB)).isEqualTo(5 << 20);
        assertThat(limits.of(Limit.EXPORTS)).isEqualTo(Limits.USUAL.of(Limit.EXPORTS));
    }

    @Test
    void allAreShown() {
        assertThat(Limits.of("exports=7").toString())
                .hasLineCount(Limit.values().length)
                .contains("exports            7  exports that are kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work-seconds=0|work-seconds is 0, but must be from 1 to 86400",
                "work-seconds=ten|work-seconds is 'ten', but must be a whole number from 1 to"
                        + " 86400",
                "bodies|bodies is '', but must be a whole number from 1 to 128",
                "bodies=99999999999|must be a whole number from 1 to 128",
                "time=3|there is no limit 'time'; there are waiting, waiting-each, work-seconds"
            })
    void whatCannotBeSetIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> Limits.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
