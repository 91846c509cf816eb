package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final List<String> NAMES = List.of("bark", "moss", "sand");

    private static float[] all(double value) {
        float[] statistics = new float[TextureStatistics.LENGTH];
        Arrays.fill(statistics, (float) value);
        return statistics;
    }

    private static Coverage of(double... renderings) {
        SortedMap<Integer, float[]> statistics = new TreeMap<>();
        for (int i = 0; i < renderings.length; i++) {
            statistics.put(i, all(renderings[i]));
        }
        return Coverage.of(NAMES, List.of(all(0), all(1), all(3)), statistics, all(0.5));
    }

    @Test
    void aRenderingNearestToItsOwnPictureIsCovered() {
        Coverage coverage = of(0.2, 1.3, 2.4);

        assertThat(coverage.missed()).isEmpty();
        assertThat(coverage.covered()).isEqualTo(3);
    }

    @Test
    void whatIsNearerToAnotherPictureIsNamed() {
        Coverage coverage = of(0, 0.25, 3);

        assertThat(coverage.covered()).isEqualTo(2);
        assertThat(coverage.missed())
                .containsExactly(new Coverage.Texture("moss", "bark", 1.5, 0.5));
    }

    @Test
    void texturesThatWereNotLookedAtAreStillCompared() {
        Coverage coverage =
                Coverage.of(
                        NAMES,
                        List.of(all(0), all(1), all(3)),
                        new TreeMap<>(java.util.Map.of(1, all(2.5))),
                        all(1));

        assertThat(coverage.covered()).isZero();
        assertThat(coverage.missed())
                .containsExactly(new Coverage.Texture("moss", "sand", 1.5, 0.5));
    }

    @Test
    void aTwinDoesNotTakeATextureAway() {
        Coverage coverage =
                Coverage.of(
                        List.of("a", "b"),
                        List.of(all(1), all(1)),
                        new TreeMap<>(java.util.Map.of(0, all(2), 1, all(2))),
                        all(1));

        assertThat(coverage.covered()).isEqualTo(2);
    }
}
