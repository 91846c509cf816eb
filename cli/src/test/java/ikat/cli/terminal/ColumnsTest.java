package ikat.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.text.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void labelsTakeTenColumns() {
        assertThat(
                        Columns.of(
                                List.of(
                                        new Fact("mind", "It is small."),
                                        new Fact("", "It drifts."))))
                .containsExactly("mind      It is small.", "          It drifts.");
    }

    @Test
    void theReportIsAligned() {
        float[] waves = new float[384 * 384];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = (float) (0.6 * Math.sin(i % 384 / 5.0) * Math.sin(i / 384 / 5.0));
        }
        Exemplar picture =
                new Exemplar("painted.png", "0".repeat(64), 1, 384, 384, waves, List.of());

        assertThat(Columns.of(PictureReport.of(picture), List.of()))
                .startsWith("picture   painted.png", "size      384x384 px, grey")
                .contains("verdict   fine")
                .allSatisfy(line -> assertThat(line.charAt(9)).isEqualTo(' '))
                .allSatisfy(line -> assertThat(line.charAt(10)).isNotEqualTo(' '));
    }
}
