package ikat.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChromaTest {

    private static final int SIDE = 64;

    /**
     * Discs of light and shade 100 levels apart whose red and blue differ by a number of levels.
     */
    private static Pixels stones(int hue) {
        Pixels picture = Pixels.empty(SIDE, SIDE, 3);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE / 8;
            int y = i / SIDE / 8;
            int bright = (x + y) % 2 == 0 ? 78 : 178;
            int side = x / 2 % 2 == 0 ? hue : -hue;
            picture.bytes()[3 * i] = (byte) (bright + side);
            picture.bytes()[3 * i + 1] = (byte) bright;
            picture.bytes()[3 * i + 2] = (byte) (bright - side);
        }
        return picture;
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, 3", "15, 2", "20, 1.5", "60, 1"})
    void hueCountsMoreWhereItVariesLittleBesideBrightness(int hue, double weight) {
        // Deviations over three channels: 50 sqrt(3) of brightness, hue sqrt(2) of the rest.
        assertThat(WeaveLearning.chroma(List.of(stones(hue)), 2)).isCloseTo(weight, within(0.05));
    }

    @Test
    void greyHasNoHue() {
        assertThat(WeaveLearning.chroma(List.of(Pixels.empty(SIDE, SIDE, 1)), 2)).isEqualTo(1);
        assertThat(WeaveLearning.chroma(List.of(Pixels.empty(SIDE, SIDE, 3)), 2)).isEqualTo(1);
    }
}
