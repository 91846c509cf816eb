package ikat.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "90s, 90",
        "5m, 300",
        "1h30m, 5400",
        "2h, 7200",
        "1.5h, 5400",
        "1m30s, 90",
        "PT5M, 300",
        "5M, 300",
        "pt1.5s, 1.5"
    })
    void readsTimesAsPeopleWriteThem(String text, double seconds) {
        assertThat(TimeText.parse("--for", text).toMillis()).isEqualTo(Math.round(seconds * 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "m",
                "0s",
                "-5m",
                "5x",
                "5m3",
                "PT",
                "1e3s",
                "999999999h",
                "P-1D",
                "0.1s"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> TimeText.parse("--for", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "--for is " + text + ", but must be a time from 1s to 2400h");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0s",
        "9400, 9.4s",
        "9960, 10s",
        "59400, 59s",
        "60000, 1m",
        "261000, 4m21s",
        "3600000, 1h",
        "5400000, 1h30m",
        "7199999, 2h"
    })
    void writesTheTwoGreatestUnits(long millis, String text) {
        assertThat(TimeText.format(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
