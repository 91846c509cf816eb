package ikat.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "बुनाई, बुनाई",
        "編み物, 編み物",
        "ลายผ้า, ลายผ้า",
        "نسيج, نسيج",
        "Bla\u0308tter, Blätter",
        "Ткань (2), Ткань--2-",
        "a/b\\c:d, a-b-c-d",
        "🧶, -"
    })
    void lettersKeepTheirMarks(String given, String name) {
        assertThat(SafeName.of(given)).isEqualTo(name);
    }

    @Test
    void anEndHasWholeLettersWithTheirMarks() {
        assertThat(SafeName.end("bark", 10)).isEqualTo("bark");
        assertThat(SafeName.end("bark", 3)).isEqualTo("ark");
        assertThat(SafeName.end("aबुना", 9)).isEqualTo("ना"); // three bytes each; not from a mark
        assertThat(SafeName.end("a🧶", 3)).isEmpty();
    }
}
