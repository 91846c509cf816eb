package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueNoiseTest {

    private final ValueNoise noise = new ValueNoise(5, 10);

    @Test
    void valuesFillTheRangeAndStayInIt() {
        float least = 1;
        float most = -1;
        for (int n = 0; n < 10_000; n++) {
            float value = noise.at(n * 1.7f - 9000, n * 0.9f);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertThat(least).isBetween(-1f, -0.9f);
        assertThat(most).isBetween(0.9f, 1f);
    }

    @Test
    void smallStepsMakeSmallChanges() {
        for (int n = -500; n < 500; n++) {
            float step = noise.at(n * 0.37f + 0.01f, 3) - noise.at(n * 0.37f, 3);
            assertThat(Math.abs(step)).isLessThan(0.005f);
        }
    }

    @Test
    void seedChoosesTheFunction() {
        assertThat(new ValueNoise(6, 10).at(33, 44)).isNotEqualTo(noise.at(33, 44));
        assertThat(new ValueNoise(5, 10).at(33, 44)).isEqualTo(noise.at(33, 44));
    }
}
