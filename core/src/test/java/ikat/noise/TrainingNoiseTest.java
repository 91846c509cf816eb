package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.NoiseSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainingNoiseTest {

    private static final double[] COLUMNS = {-4, -3, -2, -1, 0, 1, 2, 3, 4};
    private static final double[] ROWS = {-3, -2, -1, 0, 1, 2, 3};
    private static final int CELLS = COLUMNS.length * ROWS.length;

    private final TrainingNoise noise = new TrainingNoise(new NoiseSpec(2, 2, 1), 5);

    @Test
    void onlyTheLastSamplesGoOverIntoAnotherTexture() {
        float[] shares = noise.mixtures(3, 4, 1, 9, COLUMNS, ROWS);
        assertThat(shares).hasSize(4 * CELLS);
        assertThat(Arrays.copyOf(shares, 3 * CELLS)).containsOnly(1);
    }

    @Test
    void bordersAreSharpBroadAndEverywhereBetween() {
        double mean = 0;
        int sharp = 0;
        int broad = 0;
        int samples = 500;
        for (int step = 0; step < samples; step++) {
            float[] shares = noise.mixtures(step, 1, 1, 9, COLUMNS, ROWS);
            int between = 0;
            for (float share : shares) {
                assertThat(share).isBetween(0f, 1f);
                mean += share / (samples * CELLS);
                between += share > 0 && share < 1 ? 1 : 0;
            }
            sharp += between < CELLS / 4 ? 1 : 0;
            broad += between > CELLS * 3 / 4 ? 1 : 0;
        }
        assertThat(mean).isBetween(0.45, 0.55);
        assertThat(sharp).isGreaterThan(samples / 20);
        assertThat(broad).isGreaterThan(samples / 20);
    }

    @Test
    void aStepHasTheSameMixturesWheneverItIsTaken() {
        assertThat(noise.mixtures(8, 2, 2, 9, COLUMNS, ROWS))
                .containsExactly(noise.mixtures(8, 2, 2, 9, COLUMNS, ROWS))
                .isNotEqualTo(noise.mixtures(9, 2, 2, 9, COLUMNS, ROWS));
    }
}
